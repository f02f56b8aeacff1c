// Generated from the description of the API: npm run client

export interface paths {
    readonly "/v1/matches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Schedules a match
         * @description A token with the scope matchday/organiser.
         */
        readonly post: operations["createMatch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/matches/{matchId}/reschedule": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Gives a match another kick-off
         * @description A token with the scope matchday/organiser.
         */
        readonly post: operations["rescheduleMatch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/matches/{matchId}/postpone": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Postpones a match
         * @description A token with the scope matchday/organiser.
         */
        readonly post: operations["postponeMatch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/matches/{matchId}/start": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Says that a match has kicked off
         * @description A token with the scope matchday/organiser.
         */
        readonly post: operations["startMatch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/matches/{matchId}/finish": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * States the result of a match
         * @description A token with the scope matchday/organiser.
         */
        readonly post: operations["finishMatch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/matches/{matchId}/correct": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Corrects the result of a match
         * @description A token with the scope matchday/organiser.
         */
        readonly post: operations["correctMatch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/matches/{matchId}/withdraw-result": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Takes the result of a match back
         * @description A token with the scope matchday/organiser.
         */
        readonly post: operations["withdrawResultOfMatch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/matches/{matchId}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Cancels a match
         * @description A token with the scope matchday/organiser.
         */
        readonly post: operations["cancelMatch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/matches/{matchId}/reinstate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Takes the cancellation of a match back
         * @description A token with the scope matchday/organiser.
         */
        readonly post: operations["reinstateMatch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/matches/{matchId}/award": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Awards a match at the table
         * @description A token with the scope matchday/organiser.
         */
        readonly post: operations["awardMatch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/predictions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * My predictions in a competition, in the order of kick-offs
         * @description A token with the scope matchday/player.
         */
        readonly get: operations["listPredictions"];
        readonly put?: never;
        /**
         * Places a prediction
         * @description A token with the scope matchday/player.
         */
        readonly post: operations["createPrediction"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/predictions/{predictionId}/revise": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Changes a prediction
         * @description A token with the scope matchday/player.
         */
        readonly post: operations["revisePrediction"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/predictions/{predictionId}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Cancels a prediction
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        readonly post: operations["cancelPrediction"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/pools": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Opens a pool
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        readonly post: operations["createPool"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/pools/{poolId}/rules": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Changes the rules of a pool
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        readonly post: operations["changePoolRules"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/pools/{poolId}/invites": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The invites of a pool that are not revoked, for its owner and for organisers
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        readonly get: operations["getPoolInvites"];
        readonly put?: never;
        /**
         * Invites to a pool: the answer alone has the code
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        readonly post: operations["createPoolInvite"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/pools/{poolId}/invites/{inviteId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Revokes an invite: who has joined by it stays
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        readonly delete: operations["revokePoolInvite"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/pools/join": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Joins the pool of an invite
         * @description A token with the scope matchday/player.
         */
        readonly post: operations["joinPoolByInvite"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/pools/{poolId}/join": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Joins a pool
         * @description A token with the scope matchday/player.
         */
        readonly post: operations["joinPool"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/pools/{poolId}/leave": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Leaves a pool
         * @description A token with the scope matchday/player.
         */
        readonly post: operations["leavePool"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Events: by type, by correlation id, or since an instant
         * @description A token with the scope matchday/organiser or matchday/operator.
         */
        readonly get: operations["listEvents"];
        readonly put?: never;
        /**
         * States a fact: it is decided like a command, and stored when the decision comes to it
         * @description A token with the scope matchday/producer.
         */
        readonly post: operations["stateEvent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/players/{playerId}/profile": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Sets the profile of a player
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        readonly put: operations["putPlayerProfile"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/players/{playerId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A player: the profile for the player and organisers, the name for others
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        readonly get: operations["getPlayer"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Forgets a player: nobody can read the profile any more
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        readonly delete: operations["deletePlayer"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/competitions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The competitions, with the number of their matches by status
         * @description A token with the scope matchday/player or matchday/organiser or matchday/operator or matchday/producer.
         */
        readonly get: operations["listCompetitions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/competitions/{competition}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A competition: its rounds in their order
         * @description A token with the scope matchday/player or matchday/organiser or matchday/operator or matchday/producer.
         */
        readonly get: operations["getCompetition"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/competitions/{competition}/matches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The matches of a competition, in the order of their kick-offs
         * @description A token with the scope matchday/player or matchday/organiser or matchday/operator or matchday/producer.
         */
        readonly get: operations["getCompetitionMatches"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/matches/{matchId}/predictions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The predictions of a match: mine until it is locked, then everybody’s, with the crowd’s split
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        readonly get: operations["getMatchPredictions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/players/{playerId}/history": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The settled predictions of a player in a competition, in the order in which they were settled
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        readonly get: operations["getPlayerHistory"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/players/{playerId}/statistics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What the settled predictions of a player come to: rates, streaks, calibration of confidence
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        readonly get: operations["getPlayerStatistics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/matches/{matchId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A match: as it stands, at a version or at an instant
         * @description A token with the scope matchday/player or matchday/organiser or matchday/operator or matchday/producer.
         */
        readonly get: operations["getMatch"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/predictions/{predictionId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A prediction: as it stands, at a version or at an instant
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        readonly get: operations["getPrediction"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/competitions/{competition}/standings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The table of a competition: overall, of a round, as of an instant, with movement; paged, or around me
         * @description A token with the scope matchday/player or matchday/organiser or matchday/operator or matchday/producer.
         */
        readonly get: operations["getCompetitionStandings"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/competitions/{competition}/race": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Points and ranks of a few players round by round, and the days on which the table moved
         * @description A token with the scope matchday/player or matchday/organiser or matchday/operator or matchday/producer.
         */
        readonly get: operations["getCompetitionRace"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/competitions/{competition}/statistics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The statistics of a competition: in all, by match, by day
         * @description A token with the scope matchday/player or matchday/organiser or matchday/operator or matchday/producer.
         */
        readonly get: operations["getCompetitionStatistics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/pools/{poolId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A pool
         * @description A token with the scope matchday/player or matchday/organiser or matchday/operator or matchday/producer.
         */
        readonly get: operations["getPool"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/pools/{poolId}/members": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The members of a pool, in the order of their ids
         * @description A token with the scope matchday/player or matchday/organiser or matchday/operator.
         */
        readonly get: operations["getPoolMembers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/pools/{poolId}/standings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The table of a pool: overall, of a round, as of an instant, with movement; paged, or around me
         * @description A token with the scope matchday/player or matchday/organiser or matchday/operator or matchday/producer.
         */
        readonly get: operations["getPoolStandings"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/pools/{poolId}/race": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The same among the members of a pool, under its rules
         * @description A token with the scope matchday/player or matchday/organiser or matchday/operator or matchday/producer.
         */
        readonly get: operations["getPoolRace"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/events/type/{type}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Events of a type; go on with the cursor at `GET /v1/events`
         * @description A token with the scope matchday/organiser or matchday/operator.
         */
        readonly get: operations["listEventsOfType"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/events/correlation/{correlationId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Events of a correlation id; go on with the cursor at `GET /v1/events`
         * @description A token with the scope matchday/organiser or matchday/operator.
         */
        readonly get: operations["listEventsOfCorrelation"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/events/{eventId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * An event
         * @description A token with the scope matchday/organiser or matchday/operator.
         */
        readonly get: operations["getEvent"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/inbox": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Notifications, the newest first: my own, or the news of a competition
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        readonly get: operations["listNotifications"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/inbox/{notificationId}/read": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Marks one of my notifications as read
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        readonly put: operations["markNotificationRead"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/preferences": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Which notifications I get, and where
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        readonly get: operations["getPreferences"];
        /**
         * Says which notifications I want, and where; with `version` only if they are of that version
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        readonly put: operations["setPreferences"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/subscriptions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * All subscriptions
         * @description A token with the scope matchday/organiser or matchday/producer.
         */
        readonly get: operations["listSubscriptions"];
        readonly put?: never;
        /**
         * Subscribes an endpoint to events; answers with the secret that signs them
         * @description A token with the scope matchday/organiser or matchday/producer.
         */
        readonly post: operations["createSubscription"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/subscriptions/{subscriptionId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A subscription
         * @description A token with the scope matchday/organiser or matchday/producer.
         */
        readonly get: operations["getSubscription"];
        /**
         * Changes where events are sent, or which
         * @description A token with the scope matchday/organiser or matchday/producer.
         */
        readonly put: operations["putSubscription"];
        readonly post?: never;
        /**
         * Deletes a subscription for good
         * @description A token with the scope matchday/organiser or matchday/producer.
         */
        readonly delete: operations["deleteSubscription"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/subscriptions/{subscriptionId}/enable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Enables a subscription: it takes what happens from now on
         * @description A token with the scope matchday/organiser or matchday/producer.
         */
        readonly post: operations["enableSubscription"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/subscriptions/{subscriptionId}/disable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Disables a subscription
         * @description A token with the scope matchday/organiser or matchday/producer.
         */
        readonly post: operations["disableSubscription"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/subscriptions/{subscriptionId}/rotate-secret": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Gives a subscription a new secret; those before it are good for another day
         * @description A token with the scope matchday/organiser or matchday/producer.
         */
        readonly post: operations["rotateSubscriptionSecret"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/subscriptions/{subscriptionId}/ping": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Sends a `webhook.ping`; the log of deliveries says what became of it
         * @description A token with the scope matchday/organiser or matchday/producer.
         */
        readonly post: operations["pingSubscription"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/subscriptions/{subscriptionId}/deliveries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What was sent in the last 30 days, the newest first, with every attempt
         * @description A token with the scope matchday/organiser or matchday/producer.
         */
        readonly get: operations["getSubscriptionDeliveries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/subscriptions/{subscriptionId}/deliveries/{deliveryId}/redeliver": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Sends once more what was sent, under the same webhook-id
         * @description A token with the scope matchday/organiser or matchday/producer.
         */
        readonly post: operations["redeliver"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * How it stands, in a word
         * @description Anybody, without a token.
         */
        readonly get: operations["getHealth"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/health/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * How the handling of events stands: rates, backlog, dead letters, by handler and by type
         * @description A token with the scope matchday/operator.
         */
        readonly get: operations["getHealthEvents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/openapi.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The description of this API, in OpenAPI 3.1
         * @description Anybody, without a token.
         */
        readonly get: operations["getOpenApi"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/docs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The description of this API, to be read
         * @description Anybody, without a token.
         */
        readonly get: operations["getDocs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What was predicted, and how well: in all, by match, by day. */
        readonly CompetitionStatistics: {
            readonly total: {
                readonly created: number;
                readonly revised: number;
                readonly cancelled: number;
                readonly evaluated: number;
                readonly void: number;
                readonly points: number;
                readonly hitRate: number | null;
                /** @description Of evaluated predictions: what is stated before a result is nobody’s to see. */
                readonly confidenceMean: number | null;
                readonly accuracyMean: number | null;
            };
            readonly matches: {
                readonly [key: string]: {
                    readonly created: number;
                    readonly revised: number;
                    readonly cancelled: number;
                    readonly evaluated: number;
                    readonly void: number;
                    readonly points: number;
                    readonly hitRate: number | null;
                    /** @description Of evaluated predictions: what is stated before a result is nobody’s to see. */
                    readonly confidenceMean: number | null;
                    readonly accuracyMean: number | null;
                };
            };
            readonly days: {
                readonly [key: string]: {
                    readonly created: number;
                    readonly revised: number;
                    readonly cancelled: number;
                    readonly evaluated: number;
                    readonly void: number;
                    readonly points: number;
                    readonly hitRate: number | null;
                    /** @description Of evaluated predictions: what is stated before a result is nobody’s to see. */
                    readonly confidenceMean: number | null;
                    readonly accuracyMean: number | null;
                };
            };
        };
        /**
         * @description The probability, from 0 to 1, that the player gives the tendency of the pick; null: none stated.
         * @example 0.7
         */
        readonly Confidence: number | null;
        /**
         * @description An identifier: lower-case letters and digits in groups, joined by single hyphens.
         * @example burnley-city
         */
        readonly Id: string;
        /**
         * Format: date-time
         * @description An instant in UTC with milliseconds.
         * @example 2026-11-20T19:30:00.000Z
         */
        readonly Instant: string;
        /**
         * @description When a match begins. Unless the time is known, only the day of it counts.
         * @example {
         *       "at": "2026-11-20T19:30:00.000Z",
         *       "timeKnown": true
         *     }
         */
        readonly KickOff: {
            readonly at: components["schemas"]["Instant"];
            readonly timeKnown: boolean;
        };
        /**
         * @description When a match begins. Unless the time is known, only the day of it counts.
         * @example {
         *       "at": "2026-11-20T19:30:00.000Z",
         *       "timeKnown": true
         *     }
         */
        readonly KickOffInput: {
            readonly at: components["schemas"]["Instant"];
            readonly timeKnown: boolean;
        };
        /** @description A match. */
        readonly Match: {
            /** @enum {string} */
            readonly status: "scheduled" | "started" | "cancelled";
            readonly fixture: {
                readonly matchId: components["schemas"]["Id"];
                readonly competition: components["schemas"]["Id"];
                readonly round: components["schemas"]["Text"] | null;
                readonly home: components["schemas"]["Text"];
                readonly away: components["schemas"]["Text"];
            };
            readonly kickOff: components["schemas"]["KickOff"];
            /** @description The version of the stream that this shows. */
            readonly version: number;
        } | {
            /** @constant */
            readonly status: "postponed";
            readonly begun: boolean;
            readonly fixture: {
                readonly matchId: components["schemas"]["Id"];
                readonly competition: components["schemas"]["Id"];
                readonly round: components["schemas"]["Text"] | null;
                readonly home: components["schemas"]["Text"];
                readonly away: components["schemas"]["Text"];
            };
            readonly kickOff: components["schemas"]["KickOff"];
            /** @description The version of the stream that this shows. */
            readonly version: number;
        } | {
            /** @enum {string} */
            readonly status: "finished" | "awarded";
            readonly result: components["schemas"]["Result"];
            readonly fixture: {
                readonly matchId: components["schemas"]["Id"];
                readonly competition: components["schemas"]["Id"];
                readonly round: components["schemas"]["Text"] | null;
                readonly home: components["schemas"]["Text"];
                readonly away: components["schemas"]["Text"];
            };
            readonly kickOff: components["schemas"]["KickOff"];
            /** @description The version of the stream that this shows. */
            readonly version: number;
        };
        /** @description A private league of players: a competition with rules of its own. */
        readonly Pool: {
            /** @constant */
            readonly status: "open";
            readonly poolId: components["schemas"]["Id"];
            readonly competition: components["schemas"]["Id"];
            readonly name: components["schemas"]["Text"];
            readonly owner: components["schemas"]["Text"];
            /** @enum {string} */
            readonly access: "open" | "invite";
            readonly rules: components["schemas"]["PoolRules"];
            /** @description The version of the stream that this shows. */
            readonly version: number;
        };
        /**
         * @description How a pool counts.
         * @example {
         *       "rules": "kicktipp-4-3-2",
         *       "basis": "FT90",
         *       "tieBreaks": [
         *         "exact"
         *       ],
         *       "countAwarded": false
         *     }
         */
        readonly PoolRules: {
            /** @enum {string} */
            readonly rules: "kicktipp-4-3-2" | "classic-3-2-1" | "exact-3-tendency-1";
            readonly basis: components["schemas"]["ScoreBasis"];
            readonly tieBreaks: readonly ("exact" | "goal_diff" | "tendency_only")[];
            readonly countAwarded: boolean;
        };
        /**
         * @description How a pool counts.
         * @example {
         *       "rules": "kicktipp-4-3-2",
         *       "basis": "FT90",
         *       "tieBreaks": [
         *         "exact"
         *       ],
         *       "countAwarded": false
         *     }
         */
        readonly PoolRulesInput: {
            /** @enum {string} */
            readonly rules: "kicktipp-4-3-2" | "classic-3-2-1" | "exact-3-tendency-1";
            readonly basis: components["schemas"]["ScoreBasis"];
            readonly tieBreaks: readonly ("exact" | "goal_diff" | "tendency_only")[];
            readonly countAwarded: boolean;
        };
        /** @description A player’s prediction of a match. */
        readonly Prediction: {
            /** @constant */
            readonly status: "placed";
            readonly key: {
                readonly predictionId: string;
                readonly matchId: components["schemas"]["Id"];
                readonly competition: components["schemas"]["Id"];
                readonly playerId: components["schemas"]["Id"];
            };
            readonly pick: {
                readonly predicted: components["schemas"]["Score"];
                readonly confidence: components["schemas"]["Confidence"];
            };
            readonly matchVersion: number;
            readonly verdict?: {
                /** @constant */
                readonly kind: "scored";
                readonly awarded: boolean;
                readonly rules: {
                    readonly name: string;
                    readonly version: number;
                };
                readonly byBasis: {
                    readonly FT90: {
                        readonly actual: components["schemas"]["Score"];
                        /** @enum {string} */
                        readonly category: "exact" | "goal_diff" | "draw_not_exact" | "tendency_only" | "miss";
                        readonly isCorrect: boolean;
                        readonly points: number;
                        readonly accuracyScore: number | null;
                    };
                    readonly AET120?: {
                        readonly actual: components["schemas"]["Score"];
                        /** @enum {string} */
                        readonly category: "exact" | "goal_diff" | "draw_not_exact" | "tendency_only" | "miss";
                        readonly isCorrect: boolean;
                        readonly points: number;
                        readonly accuracyScore: number | null;
                    };
                    readonly PENS_SUM?: {
                        readonly actual: components["schemas"]["Score"];
                        /** @enum {string} */
                        readonly category: "exact" | "goal_diff" | "draw_not_exact" | "tendency_only" | "miss";
                        readonly isCorrect: boolean;
                        readonly points: number;
                        readonly accuracyScore: number | null;
                    };
                };
            } | {
                /** @constant */
                readonly kind: "void";
                readonly reason: components["schemas"]["Text"];
            };
            /** @description The version of the stream that this shows. */
            readonly version: number;
        } | {
            /** @constant */
            readonly status: "cancelled";
            readonly key: {
                readonly predictionId: string;
                readonly matchId: components["schemas"]["Id"];
                readonly competition: components["schemas"]["Id"];
                readonly playerId: components["schemas"]["Id"];
            };
            /** @description The version of the stream that this shows. */
            readonly version: number;
        };
        /**
         * @description Who a player is: personal data.
         * @example {
         *       "displayName": "Ada",
         *       "locale": "en-GB"
         *     }
         */
        readonly ProfileInput: {
            readonly displayName: components["schemas"]["Text"];
            /** Format: email */
            readonly email?: string;
            readonly locale?: string;
        };
        /**
         * @description The score after 90 minutes, and what else was played.
         * @example {
         *       "fullTime": {
         *         "home": 2,
         *         "away": 1
         *       },
         *       "halfTime": {
         *         "home": 1,
         *         "away": 0
         *       }
         *     }
         */
        readonly Result: {
            readonly fullTime: components["schemas"]["Score"];
            readonly halfTime?: components["schemas"]["Score"];
            readonly extraTime?: components["schemas"]["Score"];
            readonly shootOut?: components["schemas"]["Score"];
        };
        /**
         * @description The score after 90 minutes, and what else was played.
         * @example {
         *       "fullTime": {
         *         "home": 2,
         *         "away": 1
         *       },
         *       "halfTime": {
         *         "home": 1,
         *         "away": 0
         *       }
         *     }
         */
        readonly ResultInput: {
            readonly fullTime: components["schemas"]["ScoreInput"];
            readonly halfTime?: components["schemas"]["ScoreInput"];
            readonly extraTime?: components["schemas"]["ScoreInput"];
            readonly shootOut?: components["schemas"]["ScoreInput"];
        };
        /**
         * @description Goals of the home side and of the away side.
         * @example {
         *       "home": 2,
         *       "away": 1
         *     }
         */
        readonly Score: {
            readonly home: number;
            readonly away: number;
        };
        /**
         * @description Which score counts: after 90 minutes, after extra time, or with the shoot-out.
         * @enum {string}
         */
        readonly ScoreBasis: "FT90" | "AET120" | "PENS_SUM";
        /**
         * @description Goals of the home side and of the away side.
         * @example {
         *       "home": 2,
         *       "away": 1
         *     }
         */
        readonly ScoreInput: {
            readonly home: number;
            readonly away: number;
        };
        /** @description A table, best first; equals share a rank. */
        readonly Standings: {
            readonly competition: components["schemas"]["Id"];
            readonly rules: components["schemas"]["PoolRules"];
            readonly matches: {
                readonly finished: number;
                readonly cancelled: number;
                readonly awarded: number;
            };
            /** @description Rows of the whole table. */
            readonly players: number;
            /** @description The matchday since which rows moved; null: none has begun. */
            readonly movementSince?: components["schemas"]["Text"] | null;
            readonly standings: readonly {
                readonly rank: number;
                readonly playerId: components["schemas"]["Id"];
                readonly points: number;
                readonly exact: number;
                readonly goal_diff: number;
                readonly draw_not_exact: number;
                readonly tendency_only: number;
                readonly miss: number;
                readonly scored: number;
                readonly void: number;
                readonly missing: number;
                readonly accuracyMean: number | null;
                /** @description Since the last matchday, when it was asked for. */
                readonly movement?: {
                    /** @enum {string} */
                    readonly direction: "up" | "down" | "same" | "new";
                    readonly previousRank: number | null;
                };
            }[];
            /** @description The cursor of the next page; null: this is the last one. */
            readonly next: string | null;
        };
        /**
         * @description What a person wrote: a name, a reason.
         * @example Burnley FC
         */
        readonly Text: string;
        /** @description What was wrong (RFC 9457). `title` is the code for programs, `detail` a sentence for people. */
        readonly Problem: {
            /** Format: uri */
            readonly type: string;
            readonly title: string;
            readonly status: number;
            readonly detail: string;
            /** @description Field by field. */
            readonly errors?: readonly {
                /** @description A JSON Pointer into the request: `/body/predicted/home`. */
                readonly path: string;
                readonly message: string;
            }[];
        };
        /** @description An answer of the gateway, which the request did not get through. */
        readonly GatewayMessage: {
            readonly message: string;
        };
    };
    responses: {
        /** @description It is as the client has it. */
        readonly NotModified: {
            headers: {
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The request is not what this route takes; `errors` has the fields. */
        readonly BadRequest: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nobody knows who asks: no token, or one that does not hold. */
        readonly Unauthorized: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
                readonly "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description The token does not have the scope, or it is not for this principal to do. */
        readonly Forbidden: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
                readonly "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description There is no such thing, or none that the principal may know of. */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It cannot be done as things stand. */
        readonly Conflict: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It was there, and is gone for good. */
        readonly Gone: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It is at another version than the request is for. */
        readonly PreconditionFailed: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description More bytes than may be sent, or stored. */
        readonly TooLarge: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not said to be JSON. */
        readonly UnsupportedMediaType: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The Idempotency-Key was used for another request, or the facts cannot be stored. */
        readonly Unprocessable: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests: Retry-After says when the next is taken. */
        readonly TooManyRequests: {
            headers: {
                /**
                 * @description Seconds.
                 * @example 1
                 */
                readonly "Retry-After"?: number;
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
                readonly "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description An error on our side. */
        readonly InternalError: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
                readonly "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description Not at the moment: repeat the request, with its Idempotency-Key. */
        readonly Unavailable: {
            headers: {
                /**
                 * @description Seconds.
                 * @example 1
                 */
                readonly "Retry-After"?: number;
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
                readonly "application/json": components["schemas"]["GatewayMessage"];
            };
        };
    };
    parameters: {
        /**
         * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
         * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
         */
        readonly "Idempotency-Key": string;
        /**
         * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
         * @example "1"
         */
        readonly "If-Match": string;
        /**
         * @description The ETag of what is known already: when it is still so, 304 without a body.
         * @example "1"
         */
        readonly "If-None-Match": string;
        /**
         * @description `*`: the command is for something that is not there yet; when it is, 412.
         * @example *
         */
        readonly "If-None-Match-Any": "*";
        /**
         * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
         * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
         */
        readonly traceparent: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly createMatch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                readonly "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "matchId": "burnley-city",
                 *       "competition": "premier-league-2026-27",
                 *       "home": "Burnley FC",
                 *       "away": "Manchester City FC",
                 *       "kickOff": {
                 *         "at": "2026-11-20T19:30:00.000Z",
                 *         "timeKnown": true
                 *       }
                 *     }
                 */
                readonly "application/json": {
                    readonly matchId: components["schemas"]["Id"];
                    readonly competition: components["schemas"]["Id"];
                    /** @default null */
                    readonly round?: components["schemas"]["Text"] | null;
                    readonly home: components["schemas"]["Text"];
                    readonly away: components["schemas"]["Text"];
                    readonly kickOff: components["schemas"]["KickOffInput"];
                };
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly matchId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            /** @description It was made. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly matchId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly rescheduleMatch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                readonly "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The match id. */
                readonly matchId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "kickOff": {
                 *         "at": "2026-11-20T19:30:00.000Z",
                 *         "timeKnown": true
                 *       }
                 *     }
                 */
                readonly "application/json": {
                    readonly kickOff: components["schemas"]["KickOffInput"];
                };
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly matchId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly postponeMatch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                readonly "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The match id. */
                readonly matchId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "waterlogged pitch"
                 *     }
                 */
                readonly "application/json": {
                    readonly reason: components["schemas"]["Text"];
                };
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly matchId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly startMatch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                readonly "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The match id. */
                readonly matchId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                /** @example {} */
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly matchId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly finishMatch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                readonly "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The match id. */
                readonly matchId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "result": {
                 *         "fullTime": {
                 *           "home": 2,
                 *           "away": 1
                 *         },
                 *         "halfTime": {
                 *           "home": 1,
                 *           "away": 0
                 *         }
                 *       }
                 *     }
                 */
                readonly "application/json": {
                    readonly result: components["schemas"]["ResultInput"];
                };
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly matchId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly correctMatch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                readonly "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The match id. */
                readonly matchId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "result": {
                 *         "fullTime": {
                 *           "home": 2,
                 *           "away": 1
                 *         },
                 *         "halfTime": {
                 *           "home": 1,
                 *           "away": 0
                 *         }
                 *       },
                 *       "reason": "waterlogged pitch"
                 *     }
                 */
                readonly "application/json": {
                    readonly result: components["schemas"]["ResultInput"];
                    readonly reason: components["schemas"]["Text"];
                };
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly matchId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly withdrawResultOfMatch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                readonly "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The match id. */
                readonly matchId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "waterlogged pitch"
                 *     }
                 */
                readonly "application/json": {
                    readonly reason: components["schemas"]["Text"];
                };
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly matchId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly cancelMatch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                readonly "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The match id. */
                readonly matchId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "waterlogged pitch"
                 *     }
                 */
                readonly "application/json": {
                    readonly reason: components["schemas"]["Text"];
                };
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly matchId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly reinstateMatch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                readonly "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The match id. */
                readonly matchId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "kickOff": {
                 *         "at": "2026-11-20T19:30:00.000Z",
                 *         "timeKnown": true
                 *       }
                 *     }
                 */
                readonly "application/json": {
                    readonly kickOff: components["schemas"]["KickOffInput"];
                };
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly matchId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly awardMatch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                readonly "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The match id. */
                readonly matchId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "result": {
                 *         "fullTime": {
                 *           "home": 2,
                 *           "away": 1
                 *         },
                 *         "halfTime": {
                 *           "home": 1,
                 *           "away": 0
                 *         }
                 *       },
                 *       "reason": "waterlogged pitch"
                 *     }
                 */
                readonly "application/json": {
                    readonly result: components["schemas"]["ResultInput"];
                    readonly reason: components["schemas"]["Text"];
                };
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly matchId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listPredictions: {
        readonly parameters: {
            readonly query: {
                /** @description Only with this competition. */
                readonly competition: components["schemas"]["Id"];
                /** @description Only with this round. */
                readonly round?: components["schemas"]["Text"];
                /** @description Id of an event, from the answer to a command: waits up to 5 seconds until the answer shows its effect. */
                readonly after?: string;
                /** @description How many at most. */
                readonly limit?: string;
                /** @description Where an earlier answer ended; nothing else may be asked besides. */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Prediction"][];
                        /** @description The cursor of the next page; null: this is the last one. */
                        readonly next: string | null;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly createPrediction: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                readonly "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "matchId": "burnley-city",
                 *       "predicted": {
                 *         "home": 2,
                 *         "away": 1
                 *       }
                 *     }
                 */
                readonly "application/json": {
                    readonly matchId: components["schemas"]["Id"];
                    readonly predicted: components["schemas"]["ScoreInput"];
                    /** @default null */
                    readonly confidence?: components["schemas"]["Confidence"];
                };
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly predictionId: string;
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            /** @description It was made. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly predictionId: string;
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly revisePrediction: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                readonly "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The id of the match, a dot, and the id of the player. */
                readonly predictionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "predicted": {
                 *         "home": 2,
                 *         "away": 1
                 *       }
                 *     }
                 */
                readonly "application/json": {
                    readonly predicted: components["schemas"]["ScoreInput"];
                    /** @default null */
                    readonly confidence?: components["schemas"]["Confidence"];
                };
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly predictionId: string;
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly cancelPrediction: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                readonly "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The id of the match, a dot, and the id of the player. */
                readonly predictionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "waterlogged pitch"
                 *     }
                 */
                readonly "application/json": {
                    readonly reason: components["schemas"]["Text"];
                };
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly predictionId: string;
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly createPool: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                readonly "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "poolId": "office",
                 *       "competition": "premier-league-2026-27",
                 *       "name": "Office"
                 *     }
                 */
                readonly "application/json": {
                    readonly poolId: components["schemas"]["Id"];
                    readonly competition: components["schemas"]["Id"];
                    readonly name: components["schemas"]["Text"];
                    /**
                     * @default open
                     * @enum {string}
                     */
                    readonly access?: "open" | "invite";
                    /**
                     * @default {
                     *       "rules": "kicktipp-4-3-2",
                     *       "basis": "FT90",
                     *       "tieBreaks": [],
                     *       "countAwarded": false
                     *     }
                     */
                    readonly rules?: components["schemas"]["PoolRulesInput"];
                };
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly poolId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            /** @description It was made. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly poolId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly changePoolRules: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                readonly "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The pool id. */
                readonly poolId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "rules": "kicktipp-4-3-2",
                 *       "basis": "FT90",
                 *       "tieBreaks": [
                 *         "exact"
                 *       ],
                 *       "countAwarded": false
                 *     }
                 */
                readonly "application/json": components["schemas"]["PoolRulesInput"];
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly poolId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getPoolInvites: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The pool id. */
                readonly poolId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            readonly inviteId: components["schemas"]["Id"];
                            readonly expiresAt: components["schemas"]["Instant"] | null;
                            readonly maxUses: number | null;
                            /** @description Null where players are not counted: the invite is for any number. */
                            readonly uses: number | null;
                        }[];
                        readonly next: null;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly createPoolInvite: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The pool id. */
                readonly poolId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /** @example {} */
                readonly "application/json": {
                    /** @default null */
                    readonly expiresAt?: components["schemas"]["Instant"] | null;
                    /** @default null */
                    readonly maxUses?: number | null;
                };
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly poolId: components["schemas"]["Id"];
                        readonly inviteId: components["schemas"]["Id"];
                        /** @description `<pool>.<secret>`, as the one who invites was answered. Whoever has it may join. */
                        readonly code: string;
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            /** @description It was made. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly poolId: components["schemas"]["Id"];
                        readonly inviteId: components["schemas"]["Id"];
                        /** @description `<pool>.<secret>`, as the one who invites was answered. Whoever has it may join. */
                        readonly code: string;
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 410: components["responses"]["Gone"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly revokePoolInvite: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The pool id. */
                readonly poolId: components["schemas"]["Id"];
                /** @description The invite id. */
                readonly inviteId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly poolId: components["schemas"]["Id"];
                        readonly inviteId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly joinPoolByInvite: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "code": "text"
                 *     }
                 */
                readonly "application/json": {
                    /** @description `<pool>.<secret>`, as the one who invites was answered. Whoever has it may join. */
                    readonly code: string;
                };
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly poolId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 410: components["responses"]["Gone"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly joinPool: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The pool id. */
                readonly poolId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                /** @example {} */
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly poolId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly leavePool: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The pool id. */
                readonly poolId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                /** @example {} */
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly poolId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listEvents: {
        readonly parameters: {
            readonly query?: {
                /** @description Where an earlier answer ended; nothing else may be asked besides. */
                readonly cursor?: string;
                /** @description How many at most. */
                readonly limit?: string;
                /** @description Of this type. */
                readonly type?: "match.scheduled" | "match.rescheduled" | "match.postponed" | "match.started" | "match.finished" | "match.result-corrected" | "match.result-withdrawn" | "match.cancelled" | "match.reinstated" | "match.awarded" | "prediction.created" | "prediction.revised" | "prediction.cancelled" | "prediction.evaluated" | "prediction.reopened" | "pool.created" | "pool.rules-changed" | "pool.invite-created" | "pool.invite-revoked" | "pool.invite-used" | "pool.player-joined" | "pool.player-left" | "player.registered" | "player.profile-changed" | "player.forgotten" | "subscription.created" | "subscription.changed" | "subscription.secret-rotated" | "subscription.disabled" | "subscription.enabled" | "subscription.deleted";
                /** @description Not before this instant. */
                readonly from?: components["schemas"]["Instant"];
                /** @description Before this instant. */
                readonly to?: components["schemas"]["Instant"];
                /** @description Caused by this command, directly or not. */
                readonly correlationId?: string;
                /** @description From this instant on, in the order in which they were stored. */
                readonly since?: components["schemas"]["Instant"];
            };
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly events: readonly {
                            readonly id: string;
                            readonly type: string;
                            readonly schemaVersion: string;
                            readonly tenantId: components["schemas"]["Id"];
                            readonly stream: string;
                            readonly version: number;
                            readonly occurredAt: components["schemas"]["Instant"];
                            readonly correlationId: string;
                            readonly causationId: string;
                            readonly actor: string;
                            /** @enum {string} */
                            readonly priority: "critical" | "high" | "normal" | "low";
                            readonly traceparent?: string;
                            readonly hops: number;
                            readonly data: unknown;
                            /**
                             * @description The match is not locked yet: what was picked is left out.
                             * @constant
                             */
                            readonly redacted?: true;
                        }[];
                        readonly cursor?: string;
                        readonly more: boolean;
                        readonly watermark: {
                            readonly position: number;
                            readonly indexedUntil: components["schemas"]["Instant"] | null;
                        };
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly stateEvent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "type": "text",
                 *       "data": null
                 *     }
                 */
                readonly "application/json": {
                    /** @description A type of the catalog, `match.finished`. */
                    readonly type: string;
                    /** @description What the catalog says of the type. */
                    readonly data: unknown;
                };
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly type: string;
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            /** @description It was made. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly type: string;
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly putPlayerProfile: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                readonly "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The player id. */
                readonly playerId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "displayName": "Ada",
                 *       "locale": "en-GB"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ProfileInput"];
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly playerId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            /** @description It was made. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly playerId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 410: components["responses"]["Gone"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getPlayer: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The ETag of what is known already: when it is still so, 304 without a body.
                 * @example "1"
                 */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The player id. */
                readonly playerId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    /**
                     * @description The version, for If-None-Match and If-Match.
                     * @example "1"
                     */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly displayName: components["schemas"]["Text"];
                        /** Format: email */
                        readonly email?: string;
                        readonly locale?: string;
                        readonly playerId: components["schemas"]["Id"];
                        readonly version: number;
                    } | {
                        readonly playerId: components["schemas"]["Id"];
                        readonly displayName: components["schemas"]["Text"];
                    };
                };
            };
            readonly 304: components["responses"]["NotModified"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 410: components["responses"]["Gone"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly deletePlayer: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The player id. */
                readonly playerId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                /** @example {} */
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly playerId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listCompetitions: {
        readonly parameters: {
            readonly query?: {
                /** @description Id of an event, from the answer to a command: waits up to 5 seconds until the answer shows its effect. */
                readonly after?: string;
                /** @description How many at most. */
                readonly limit?: string;
                /** @description Where an earlier answer ended; nothing else may be asked besides. */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            readonly competition: components["schemas"]["Id"];
                            readonly matches: {
                                readonly scheduled: number;
                                readonly postponed: number;
                                readonly started: number;
                                readonly finished: number;
                                readonly awarded: number;
                                readonly cancelled: number;
                            };
                        }[];
                        /** @description The cursor of the next page; null: this is the last one. */
                        readonly next: string | null;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getCompetition: {
        readonly parameters: {
            readonly query?: {
                /** @description Id of an event, from the answer to a command: waits up to 5 seconds until the answer shows its effect. */
                readonly after?: string;
            };
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The competition. */
                readonly competition: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly competition: components["schemas"]["Id"];
                        readonly rounds: readonly {
                            readonly round: components["schemas"]["Text"] | null;
                            readonly matches: {
                                readonly scheduled: number;
                                readonly postponed: number;
                                readonly started: number;
                                readonly finished: number;
                                readonly awarded: number;
                                readonly cancelled: number;
                            };
                            readonly firstKickOff: components["schemas"]["Instant"];
                            readonly lastKickOff: components["schemas"]["Instant"];
                        }[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getCompetitionMatches: {
        readonly parameters: {
            readonly query?: {
                /** @description Only with this round. */
                readonly round?: components["schemas"]["Text"];
                /** @description Only with this status. */
                readonly status?: "scheduled" | "postponed" | "started" | "finished" | "awarded" | "cancelled";
                /** @description Kick-off at this instant or later. */
                readonly from?: components["schemas"]["Instant"];
                /** @description Kick-off before this instant. */
                readonly to?: components["schemas"]["Instant"];
                /** @description Id of an event, from the answer to a command: waits up to 5 seconds until the answer shows its effect. */
                readonly after?: string;
                /** @description How many at most. */
                readonly limit?: string;
                /** @description Where an earlier answer ended; nothing else may be asked besides. */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The competition. */
                readonly competition: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Match"][];
                        /** @description The cursor of the next page; null: this is the last one. */
                        readonly next: string | null;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getMatchPredictions: {
        readonly parameters: {
            readonly query?: {
                /** @description How many at most. */
                readonly limit?: string;
                /** @description Where an earlier answer ended; nothing else may be asked besides. */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The match id. */
                readonly matchId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly matchId: components["schemas"]["Id"];
                        /** @description Whether picks are closed. Until then nobody sees more than their own. */
                        readonly locked: boolean;
                        /** @description The kick-off, at which picks close; null: put off, without a new one. */
                        readonly lockedAt: components["schemas"]["Instant"] | null;
                        /** @description What everybody said: on the first page, once picks are closed. */
                        readonly crowd: {
                            readonly picks: number;
                            readonly home: {
                                readonly count: number;
                                readonly share: number;
                            };
                            readonly draw: {
                                readonly count: number;
                                readonly share: number;
                            };
                            readonly away: {
                                readonly count: number;
                                readonly share: number;
                            };
                            readonly mostFrequent: {
                                readonly score: components["schemas"]["Score"];
                                readonly count: number;
                            } | null;
                        } | null;
                        readonly items: readonly components["schemas"]["Prediction"][];
                        /** @description The cursor of the next page; null: this is the last one. */
                        readonly next: string | null;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getPlayerHistory: {
        readonly parameters: {
            readonly query: {
                /** @description Only with this competition. */
                readonly competition: components["schemas"]["Id"];
                /** @description What the categories are worth. */
                readonly rules?: "kicktipp-4-3-2" | "classic-3-2-1" | "exact-3-tendency-1";
                /** @description Id of an event, from the answer to a command: waits up to 5 seconds until the answer shows its effect. */
                readonly after?: string;
                /** @description How many at most. */
                readonly limit?: string;
                /** @description Where an earlier answer ended; nothing else may be asked besides. */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The player id. */
                readonly playerId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly ({
                            /** @constant */
                            readonly outcome: "scored";
                            readonly matchId: components["schemas"]["Id"];
                            readonly settledAt: components["schemas"]["Instant"];
                            readonly total: number;
                            readonly predicted: components["schemas"]["Score"];
                            readonly confidence: components["schemas"]["Confidence"];
                            readonly actual: components["schemas"]["Score"];
                            /** @enum {string} */
                            readonly category: "exact" | "goal_diff" | "draw_not_exact" | "tendency_only" | "miss";
                            readonly awarded: boolean;
                            readonly points: number;
                        } | {
                            /** @constant */
                            readonly outcome: "void";
                            readonly matchId: components["schemas"]["Id"];
                            readonly settledAt: components["schemas"]["Instant"];
                            readonly total: number;
                        })[];
                        /** @description The cursor of the next page; null: this is the last one. */
                        readonly next: string | null;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getPlayerStatistics: {
        readonly parameters: {
            readonly query: {
                /** @description Only with this competition. */
                readonly competition: components["schemas"]["Id"];
                /** @description What the categories are worth. */
                readonly rules?: "kicktipp-4-3-2" | "classic-3-2-1" | "exact-3-tendency-1";
                /** @description Id of an event, from the answer to a command: waits up to 5 seconds until the answer shows its effect. */
                readonly after?: string;
            };
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The player id. */
                readonly playerId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly competition: components["schemas"]["Id"];
                        readonly playerId: components["schemas"]["Id"];
                        readonly settled: number;
                        readonly counts: {
                            readonly [key: string]: number;
                        };
                        readonly points: number;
                        readonly pointsByCategory: {
                            readonly [key: string]: number;
                        };
                        readonly hitRate: number | null;
                        readonly exactRate: number | null;
                        readonly streak: {
                            readonly current: number;
                            readonly longest: number;
                        };
                        readonly calibration: {
                            readonly n: number;
                            readonly brier: number;
                            readonly skill: number | null;
                            readonly buckets: readonly {
                                readonly from: number;
                                readonly to: number;
                                readonly n: number;
                                readonly meanStated: number;
                                readonly observed: number;
                            }[];
                        } | null;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getMatch: {
        readonly parameters: {
            readonly query?: {
                /** @description As it was at this instant. */
                readonly at?: components["schemas"]["Instant"];
                /** @description As it was at this version. */
                readonly version?: number;
            };
            readonly header?: {
                /**
                 * @description The ETag of what is known already: when it is still so, 304 without a body.
                 * @example "1"
                 */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The match id. */
                readonly matchId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    /**
                     * @description The version, for If-None-Match and If-Match.
                     * @example "1"
                     */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Match"];
                };
            };
            readonly 304: components["responses"]["NotModified"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getPrediction: {
        readonly parameters: {
            readonly query?: {
                /** @description As it was at this instant. */
                readonly at?: components["schemas"]["Instant"];
                /** @description As it was at this version. */
                readonly version?: number;
            };
            readonly header?: {
                /**
                 * @description The ETag of what is known already: when it is still so, 304 without a body.
                 * @example "1"
                 */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The id of the match, a dot, and the id of the player. */
                readonly predictionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    /**
                     * @description The version, for If-None-Match and If-Match.
                     * @example "1"
                     */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Prediction"];
                };
            };
            readonly 304: components["responses"]["NotModified"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getCompetitionStandings: {
        readonly parameters: {
            readonly query?: {
                /** @description As the table was at this instant. */
                readonly at?: components["schemas"]["Instant"];
                /** @description What this round alone brought. */
                readonly round?: components["schemas"]["Text"];
                /** @description With the movement since the last matchday. */
                readonly movement?: "true" | "false";
                /** @description The rows around mine, instead of a page. */
                readonly around?: "me";
                /** @description Rows above and below mine. */
                readonly n?: string;
                /** @description Id of an event, from the answer to a command: waits up to 5 seconds until the answer shows its effect. */
                readonly after?: string;
                /** @description How many at most. */
                readonly limit?: string;
                /** @description Where an earlier answer ended; nothing else may be asked besides. */
                readonly cursor?: string;
                /** @description What the categories are worth. */
                readonly rules?: "kicktipp-4-3-2" | "classic-3-2-1" | "exact-3-tendency-1";
                /** @description Which score counts. */
                readonly basis?: components["schemas"]["ScoreBasis"];
            };
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The competition. */
                readonly competition: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Standings"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getCompetitionRace: {
        readonly parameters: {
            readonly query?: {
                /** @description Whose race, ids with commas between; else mine. */
                readonly players?: string;
                /** @description Id of an event, from the answer to a command: waits up to 5 seconds until the answer shows its effect. */
                readonly after?: string;
                /** @description What the categories are worth. */
                readonly rules?: "kicktipp-4-3-2" | "classic-3-2-1" | "exact-3-tendency-1";
                /** @description Which score counts. */
                readonly basis?: components["schemas"]["ScoreBasis"];
            };
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The competition. */
                readonly competition: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly competition: components["schemas"]["Id"];
                        readonly rules: components["schemas"]["PoolRules"];
                        /** @description Rows of the whole table. */
                        readonly players: number;
                        /** @description In their order, up to the last one that has a result. */
                        readonly rounds: readonly (components["schemas"]["Text"] | null)[];
                        readonly runners: readonly {
                            readonly playerId: components["schemas"]["Id"];
                            /** @description Points so far, round by round. */
                            readonly points: readonly number[];
                            /** @description Rank after each round; null: not in the table yet. */
                            readonly ranks: readonly (number | null)[];
                        }[];
                        /** @description The days (UTC) on which the table moved: for `at` of the table. */
                        readonly days: readonly {
                            /** @description The last instant of the day at which the table moved. */
                            readonly at: components["schemas"]["Instant"];
                            /** @description Rounds that were over then, but for matches put off. */
                            readonly rounds: readonly (components["schemas"]["Text"] | null)[];
                        }[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getCompetitionStatistics: {
        readonly parameters: {
            readonly query?: {
                /** @description As it was at this instant. */
                readonly at?: components["schemas"]["Instant"];
                /** @description Id of an event, from the answer to a command: waits up to 5 seconds until the answer shows its effect. */
                readonly after?: string;
            };
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The competition. */
                readonly competition: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CompetitionStatistics"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getPool: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The ETag of what is known already: when it is still so, 304 without a body.
                 * @example "1"
                 */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The pool id. */
                readonly poolId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    /**
                     * @description The version, for If-None-Match and If-Match.
                     * @example "1"
                     */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Pool"];
                };
            };
            readonly 304: components["responses"]["NotModified"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getPoolMembers: {
        readonly parameters: {
            readonly query?: {
                /** @description How many at most. */
                readonly limit?: string;
                /** @description Where an earlier answer ended; nothing else may be asked besides. */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The pool id. */
                readonly poolId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            readonly playerId: components["schemas"]["Id"];
                        }[];
                        /** @description For `cursor`; null: there are no more. */
                        readonly next: string | null;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getPoolStandings: {
        readonly parameters: {
            readonly query?: {
                /** @description As the table was at this instant. */
                readonly at?: components["schemas"]["Instant"];
                /** @description What this round alone brought. */
                readonly round?: components["schemas"]["Text"];
                /** @description With the movement since the last matchday. */
                readonly movement?: "true" | "false";
                /** @description The rows around mine, instead of a page. */
                readonly around?: "me";
                /** @description Rows above and below mine. */
                readonly n?: string;
                /** @description Id of an event, from the answer to a command: waits up to 5 seconds until the answer shows its effect. */
                readonly after?: string;
                /** @description How many at most. */
                readonly limit?: string;
                /** @description Where an earlier answer ended; nothing else may be asked besides. */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The pool id. */
                readonly poolId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Standings"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getPoolRace: {
        readonly parameters: {
            readonly query?: {
                /** @description Whose race, ids with commas between; else mine. */
                readonly players?: string;
                /** @description Id of an event, from the answer to a command: waits up to 5 seconds until the answer shows its effect. */
                readonly after?: string;
            };
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The pool id. */
                readonly poolId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly competition: components["schemas"]["Id"];
                        readonly rules: components["schemas"]["PoolRules"];
                        /** @description Rows of the whole table. */
                        readonly players: number;
                        /** @description In their order, up to the last one that has a result. */
                        readonly rounds: readonly (components["schemas"]["Text"] | null)[];
                        readonly runners: readonly {
                            readonly playerId: components["schemas"]["Id"];
                            /** @description Points so far, round by round. */
                            readonly points: readonly number[];
                            /** @description Rank after each round; null: not in the table yet. */
                            readonly ranks: readonly (number | null)[];
                        }[];
                        /** @description The days (UTC) on which the table moved: for `at` of the table. */
                        readonly days: readonly {
                            /** @description The last instant of the day at which the table moved. */
                            readonly at: components["schemas"]["Instant"];
                            /** @description Rounds that were over then, but for matches put off. */
                            readonly rounds: readonly (components["schemas"]["Text"] | null)[];
                        }[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listEventsOfType: {
        readonly parameters: {
            readonly query?: {
                /** @description Not before this instant. */
                readonly from?: components["schemas"]["Instant"];
                /** @description Before this instant. */
                readonly to?: components["schemas"]["Instant"];
                /** @description How many at most. */
                readonly limit?: string;
            };
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The type. */
                readonly type: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly events: readonly {
                            readonly id: string;
                            readonly type: string;
                            readonly schemaVersion: string;
                            readonly tenantId: components["schemas"]["Id"];
                            readonly stream: string;
                            readonly version: number;
                            readonly occurredAt: components["schemas"]["Instant"];
                            readonly correlationId: string;
                            readonly causationId: string;
                            readonly actor: string;
                            /** @enum {string} */
                            readonly priority: "critical" | "high" | "normal" | "low";
                            readonly traceparent?: string;
                            readonly hops: number;
                            readonly data: unknown;
                            /**
                             * @description The match is not locked yet: what was picked is left out.
                             * @constant
                             */
                            readonly redacted?: true;
                        }[];
                        readonly cursor?: string;
                        readonly more: boolean;
                        readonly watermark: {
                            readonly position: number;
                            readonly indexedUntil: components["schemas"]["Instant"] | null;
                        };
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listEventsOfCorrelation: {
        readonly parameters: {
            readonly query?: {
                /** @description Not before this instant. */
                readonly from?: components["schemas"]["Instant"];
                /** @description How many at most. */
                readonly limit?: string;
            };
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The correlation id. */
                readonly correlationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly events: readonly {
                            readonly id: string;
                            readonly type: string;
                            readonly schemaVersion: string;
                            readonly tenantId: components["schemas"]["Id"];
                            readonly stream: string;
                            readonly version: number;
                            readonly occurredAt: components["schemas"]["Instant"];
                            readonly correlationId: string;
                            readonly causationId: string;
                            readonly actor: string;
                            /** @enum {string} */
                            readonly priority: "critical" | "high" | "normal" | "low";
                            readonly traceparent?: string;
                            readonly hops: number;
                            readonly data: unknown;
                            /**
                             * @description The match is not locked yet: what was picked is left out.
                             * @constant
                             */
                            readonly redacted?: true;
                        }[];
                        readonly cursor?: string;
                        readonly more: boolean;
                        readonly watermark: {
                            readonly position: number;
                            readonly indexedUntil: components["schemas"]["Instant"] | null;
                        };
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getEvent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The stream, a colon, and the version in it. */
                readonly eventId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly id: string;
                        readonly type: string;
                        readonly schemaVersion: string;
                        readonly tenantId: components["schemas"]["Id"];
                        readonly stream: string;
                        readonly version: number;
                        readonly occurredAt: components["schemas"]["Instant"];
                        readonly correlationId: string;
                        readonly causationId: string;
                        readonly actor: string;
                        /** @enum {string} */
                        readonly priority: "critical" | "high" | "normal" | "low";
                        readonly traceparent?: string;
                        readonly hops: number;
                        readonly data: unknown;
                        /**
                         * @description The match is not locked yet: what was picked is left out.
                         * @constant
                         */
                        readonly redacted?: true;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listNotifications: {
        readonly parameters: {
            readonly query?: {
                /** @description Only with this competition. */
                readonly competition?: components["schemas"]["Id"];
                /** @description How many at most. */
                readonly limit?: string;
                /** @description Where an earlier answer ended; nothing else may be asked besides. */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            readonly id: string;
                            /** @enum {string} */
                            readonly kind: "prediction-result" | "correction" | "reminder" | "high-confidence" | "match-result";
                            readonly at: components["schemas"]["Instant"];
                            readonly title: string;
                            readonly text: string;
                            readonly read: boolean;
                        }[];
                        readonly next: string | null;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly markNotificationRead: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The notification id. */
                readonly notificationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                /** @example {} */
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly id: string;
                        /** @constant */
                        readonly read: true;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getPreferences: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The ETag of what is known already: when it is still so, 304 without a body.
                 * @example "1"
                 */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    /**
                     * @description The version, for If-None-Match and If-Match.
                     * @example "1"
                     */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly results: {
                            readonly inbox: boolean;
                            readonly mail: boolean;
                        };
                        readonly corrections: {
                            readonly inbox: boolean;
                            readonly mail: boolean;
                        };
                        readonly reminders: {
                            readonly inbox: boolean;
                            readonly mail: boolean;
                        };
                        readonly highConfidence: {
                            readonly inbox: boolean;
                            readonly mail: boolean;
                        };
                        readonly version: number;
                    };
                };
            };
            readonly 304: components["responses"]["NotModified"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly setPreferences: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "results": {
                 *         "inbox": true,
                 *         "mail": true
                 *       },
                 *       "corrections": {
                 *         "inbox": true,
                 *         "mail": true
                 *       },
                 *       "reminders": {
                 *         "inbox": true,
                 *         "mail": true
                 *       },
                 *       "highConfidence": {
                 *         "inbox": true,
                 *         "mail": true
                 *       }
                 *     }
                 */
                readonly "application/json": {
                    readonly results: {
                        readonly inbox: boolean;
                        readonly mail: boolean;
                    };
                    readonly corrections: {
                        readonly inbox: boolean;
                        readonly mail: boolean;
                    };
                    readonly reminders: {
                        readonly inbox: boolean;
                        readonly mail: boolean;
                    };
                    readonly highConfidence: {
                        readonly inbox: boolean;
                        readonly mail: boolean;
                    };
                    readonly version?: number;
                };
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly results: {
                            readonly inbox: boolean;
                            readonly mail: boolean;
                        };
                        readonly corrections: {
                            readonly inbox: boolean;
                            readonly mail: boolean;
                        };
                        readonly reminders: {
                            readonly inbox: boolean;
                            readonly mail: boolean;
                        };
                        readonly highConfidence: {
                            readonly inbox: boolean;
                            readonly mail: boolean;
                        };
                        readonly version: number;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listSubscriptions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            readonly subscriptionId: components["schemas"]["Id"];
                            /** @enum {string} */
                            readonly status: "active" | "disabled";
                            readonly disabledBecause: ("requested" | "gone" | "failing") | null;
                            readonly url: string;
                            readonly pattern: {
                                readonly [key: string]: unknown;
                            };
                            readonly description: string | null;
                            /** @description It takes what happens from then on. */
                            readonly since: components["schemas"]["Instant"];
                            /** @description The version of the stream that this shows. */
                            readonly version: number;
                        }[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly createSubscription: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "url": "https://example.com/webhooks",
                 *       "pattern": {
                 *         "detail-type": [
                 *           {
                 *             "prefix": "match."
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                readonly "application/json": {
                    /**
                     * Format: uri
                     * @description Where events are sent, by https.
                     * @example https://example.com/webhooks
                     */
                    readonly url: string;
                    /**
                     * @description Which events: an EventBridge event pattern on the event as it is sent.
                     * @example {
                     *       "detail-type": [
                     *         {
                     *           "prefix": "match."
                     *         }
                     *       ]
                     *     }
                     */
                    readonly pattern: {
                        readonly [key: string]: unknown;
                    };
                    /** @default null */
                    readonly description?: components["schemas"]["Text"] | null;
                };
            };
        };
        readonly responses: {
            /** @description It was made. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly subscriptionId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        readonly events: readonly string[];
                        /** @description Signs what is sent; shown here and never again. */
                        readonly secret: string;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getSubscription: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The subscription id. */
                readonly subscriptionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly subscriptionId: components["schemas"]["Id"];
                        /** @enum {string} */
                        readonly status: "active" | "disabled";
                        readonly disabledBecause: ("requested" | "gone" | "failing") | null;
                        readonly url: string;
                        readonly pattern: {
                            readonly [key: string]: unknown;
                        };
                        readonly description: string | null;
                        /** @description It takes what happens from then on. */
                        readonly since: components["schemas"]["Instant"];
                        /** @description The version of the stream that this shows. */
                        readonly version: number;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly putSubscription: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The subscription id. */
                readonly subscriptionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "url": "https://example.com/webhooks",
                 *       "pattern": {
                 *         "detail-type": [
                 *           {
                 *             "prefix": "match."
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                readonly "application/json": {
                    /**
                     * Format: uri
                     * @description Where events are sent, by https.
                     * @example https://example.com/webhooks
                     */
                    readonly url: string;
                    /**
                     * @description Which events: an EventBridge event pattern on the event as it is sent.
                     * @example {
                     *       "detail-type": [
                     *         {
                     *           "prefix": "match."
                     *         }
                     *       ]
                     *     }
                     */
                    readonly pattern: {
                        readonly [key: string]: unknown;
                    };
                    /** @default null */
                    readonly description?: components["schemas"]["Text"] | null;
                };
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly subscriptionId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly deleteSubscription: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The subscription id. */
                readonly subscriptionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                /** @example {} */
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly subscriptionId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly enableSubscription: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The subscription id. */
                readonly subscriptionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                /** @example {} */
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly subscriptionId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly disableSubscription: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The subscription id. */
                readonly subscriptionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                /** @example {} */
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly subscriptionId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        readonly events: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly rotateSubscriptionSecret: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The subscription id. */
                readonly subscriptionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                /** @example {} */
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly subscriptionId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        readonly version: number;
                        readonly events: readonly string[];
                        /** @description Signs what is sent; shown here and never again. */
                        readonly secret: string;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly pingSubscription: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The subscription id. */
                readonly subscriptionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                /** @example {} */
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description It is under way. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly deliveryId: string;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getSubscriptionDeliveries: {
        readonly parameters: {
            readonly query?: {
                /** @description How many at most. */
                readonly limit?: string;
                /** @description Where an earlier answer ended; nothing else may be asked besides. */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The subscription id. */
                readonly subscriptionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            /** @description The webhook-id of each of its attempts. */
                            readonly deliveryId: string;
                            readonly type: string;
                            readonly eventId: string | null;
                            /** @enum {string} */
                            readonly status: "pending" | "delivered" | "failed";
                            readonly createdAt: components["schemas"]["Instant"];
                            /** @description When it is tried next. */
                            readonly due: components["schemas"]["Instant"] | null;
                            readonly attempts: readonly {
                                readonly at: components["schemas"]["Instant"];
                                readonly ms: number;
                                /** @description What the endpoint answered. */
                                readonly status?: number;
                                readonly error?: string;
                            }[];
                        }[];
                        readonly next: string | null;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly redeliver: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path: {
                /** @description The subscription id. */
                readonly subscriptionId: string;
                /** @description The delivery id. */
                readonly deliveryId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                /** @example {} */
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description It is under way. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly deliveryId: string;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getHealth: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly status: "ok" | "degraded" | "unhealthy";
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getHealthEvents: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly status: "ok" | "degraded" | "unhealthy";
                        readonly reasons: readonly string[];
                        readonly at: components["schemas"]["Instant"];
                        readonly lastFiveMinutes: {
                            readonly events: number;
                            readonly errors: number;
                            readonly errorRate: number;
                            readonly successRate: number;
                            readonly eventsPerSecond: number;
                            /** @description Of the batch that an event was in. */
                            readonly meanMs: number | null;
                            /** @description From the event’s time to its handling: the outbox, the bus and the queue. */
                            readonly meanDelayMs: number | null;
                            readonly maxDelayMs: number;
                        };
                        readonly lastHour: {
                            readonly events: number;
                            readonly errors: number;
                            readonly errorRate: number;
                            readonly successRate: number;
                            readonly eventsPerSecond: number;
                            /** @description Of the batch that an event was in. */
                            readonly meanMs: number | null;
                            /** @description From the event’s time to its handling: the outbox, the bus and the queue. */
                            readonly meanDelayMs: number | null;
                            readonly maxDelayMs: number;
                        };
                        /** @description Events in the queues of all handlers, about. */
                        readonly backlog: number;
                        readonly deadLetters: number;
                        readonly handlers: readonly {
                            readonly handler: string;
                            readonly lastFiveMinutes: {
                                readonly events: number;
                                readonly errors: number;
                                readonly errorRate: number;
                                readonly successRate: number;
                                readonly eventsPerSecond: number;
                                /** @description Of the batch that an event was in. */
                                readonly meanMs: number | null;
                                /** @description From the event’s time to its handling: the outbox, the bus and the queue. */
                                readonly meanDelayMs: number | null;
                                readonly maxDelayMs: number;
                            };
                            readonly lastHour: {
                                readonly events: number;
                                readonly errors: number;
                                readonly errorRate: number;
                                readonly successRate: number;
                                readonly eventsPerSecond: number;
                                /** @description Of the batch that an event was in. */
                                readonly meanMs: number | null;
                                /** @description From the event’s time to its handling: the outbox, the bus and the queue. */
                                readonly meanDelayMs: number | null;
                                readonly maxDelayMs: number;
                            };
                            readonly queues: {
                                readonly events: {
                                    readonly waiting: number;
                                    readonly inFlight: number;
                                };
                                readonly deadLetters: {
                                    readonly waiting: number;
                                    readonly inFlight: number;
                                };
                                readonly undelivered: {
                                    readonly waiting: number;
                                    readonly inFlight: number;
                                };
                            } | null;
                        }[];
                        readonly types: readonly {
                            readonly type: string;
                            /** @description Deliveries for the first time, of all handlers that take the type, in the last hour. */
                            readonly total: number;
                            readonly processed: number;
                            readonly parked: number;
                            readonly deadLettered: number;
                            readonly pending: number;
                            readonly meanMs: number | null;
                        }[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getOpenApi: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly openapi: string;
                        readonly info: {
                            readonly [key: string]: unknown;
                        };
                        readonly paths: {
                            readonly [key: string]: unknown;
                        };
                    } & {
                        readonly [key: string]: unknown;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getDocs: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                readonly traceparent?: components["parameters"]["traceparent"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/html": string;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
}
