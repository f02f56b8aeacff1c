// Generated from the description of the API: npm run client

export interface paths {
    "/v1/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Schedules a match
         * @description A token with the scope matchday/organiser.
         */
        post: operations["createMatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/matches/{matchId}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a match another kick-off
         * @description A token with the scope matchday/organiser.
         */
        post: operations["rescheduleMatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/matches/{matchId}/postpone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Postpones a match
         * @description A token with the scope matchday/organiser.
         */
        post: operations["postponeMatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/matches/{matchId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that a match has kicked off
         * @description A token with the scope matchday/organiser.
         */
        post: operations["startMatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/matches/{matchId}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * States the result of a match
         * @description A token with the scope matchday/organiser.
         */
        post: operations["finishMatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/matches/{matchId}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Corrects the result of a match
         * @description A token with the scope matchday/organiser.
         */
        post: operations["correctMatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/matches/{matchId}/withdraw-result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes the result of a match back
         * @description A token with the scope matchday/organiser.
         */
        post: operations["withdrawResultOfMatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/matches/{matchId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels a match
         * @description A token with the scope matchday/organiser.
         */
        post: operations["cancelMatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/matches/{matchId}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes the cancellation of a match back
         * @description A token with the scope matchday/organiser.
         */
        post: operations["reinstateMatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/matches/{matchId}/award": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Awards a match at the table
         * @description A token with the scope matchday/organiser.
         */
        post: operations["awardMatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/predictions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My predictions in a competition, in the order of kick-offs
         * @description A token with the scope matchday/player.
         */
        get: operations["listPredictions"];
        put?: never;
        /**
         * Places a prediction
         * @description A token with the scope matchday/player.
         */
        post: operations["createPrediction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/predictions/{predictionId}/revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes a prediction
         * @description A token with the scope matchday/player.
         */
        post: operations["revisePrediction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/predictions/{predictionId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels a prediction
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        post: operations["cancelPrediction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My pools, in the order of their ids: those that I own, and those that I am in
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        get: operations["listMyPools"];
        put?: never;
        /**
         * Opens a pool
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        post: operations["createPool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{poolId}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes the rules of a pool
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        post: operations["changePoolRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{poolId}/invites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The invites of a pool that are not revoked, for its owner and for organisers
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        get: operations["getPoolInvites"];
        put?: never;
        /**
         * Invites to a pool: the answer alone has the code
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        post: operations["createPoolInvite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{poolId}/invites/{inviteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revokes an invite: who has joined by it stays
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        delete: operations["revokePoolInvite"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Joins the pool of an invite
         * @description A token with the scope matchday/player.
         */
        post: operations["joinPoolByInvite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{poolId}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Joins a pool
         * @description A token with the scope matchday/player.
         */
        post: operations["joinPool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{poolId}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leaves a pool
         * @description A token with the scope matchday/player.
         */
        post: operations["leavePool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events: by type, by correlation id, or since an instant
         * @description A token with the scope matchday/organiser or matchday/operator.
         */
        get: operations["listEvents"];
        put?: never;
        /**
         * States a fact: it is decided like a command, and stored when the decision comes to it
         * @description A token with the scope matchday/producer.
         */
        post: operations["stateEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/players/{playerId}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sets the profile of a player
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        put: operations["putPlayerProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/players/{playerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A player: the profile for the player and organisers, the name for others
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        get: operations["getPlayer"];
        put?: never;
        post?: never;
        /**
         * Forgets a player: nobody can read the profile any more
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        delete: operations["deletePlayer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/competitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The competitions, with the number of their matches by status
         * @description A token with the scope matchday/player or matchday/organiser or matchday/operator or matchday/producer.
         */
        get: operations["listCompetitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/competitions/{competition}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A competition: its rounds in their order
         * @description A token with the scope matchday/player or matchday/organiser or matchday/operator or matchday/producer.
         */
        get: operations["getCompetition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/competitions/{competition}/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The matches of a competition, in the order of their kick-offs
         * @description A token with the scope matchday/player or matchday/organiser or matchday/operator or matchday/producer.
         */
        get: operations["getCompetitionMatches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/matches/{matchId}/predictions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The predictions of a match: mine until it is locked, then everybody’s, with the crowd’s split
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        get: operations["getMatchPredictions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/players/{playerId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The settled predictions of a player in a competition, in the order in which they were settled
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        get: operations["getPlayerHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/players/{playerId}/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the settled predictions of a player come to: rates, streaks, calibration of confidence
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        get: operations["getPlayerStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/matches/{matchId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A match: as it stands, at a version or at an instant
         * @description A token with the scope matchday/player or matchday/organiser or matchday/operator or matchday/producer.
         */
        get: operations["getMatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/predictions/{predictionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A prediction: as it stands, at a version or at an instant
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        get: operations["getPrediction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/competitions/{competition}/standings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The table of a competition: overall, of a round, as of an instant, with movement; paged, or around me
         * @description A token with the scope matchday/player or matchday/organiser or matchday/operator or matchday/producer.
         */
        get: operations["getCompetitionStandings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/competitions/{competition}/race": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Points and ranks of a few players round by round, and the days on which the table moved
         * @description A token with the scope matchday/player or matchday/organiser or matchday/operator or matchday/producer.
         */
        get: operations["getCompetitionRace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/competitions/{competition}/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The statistics of a competition: in all, by match, by day
         * @description A token with the scope matchday/player or matchday/organiser or matchday/operator or matchday/producer.
         */
        get: operations["getCompetitionStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{poolId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A pool
         * @description A token with the scope matchday/player or matchday/organiser or matchday/operator or matchday/producer.
         */
        get: operations["getPool"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{poolId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The members of a pool, in the order of their ids
         * @description A token with the scope matchday/player or matchday/organiser or matchday/operator.
         */
        get: operations["getPoolMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{poolId}/standings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The table of a pool: overall, of a round, as of an instant, with movement; paged, or around me
         * @description A token with the scope matchday/player or matchday/organiser or matchday/operator or matchday/producer.
         */
        get: operations["getPoolStandings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pools/{poolId}/race": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same among the members of a pool, under its rules
         * @description A token with the scope matchday/player or matchday/organiser or matchday/operator or matchday/producer.
         */
        get: operations["getPoolRace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/players": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The names of several players: who has none, or was forgotten, is left out
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        get: operations["listPlayerNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/type/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events of a type; go on with the cursor at `GET /v1/events`
         * @description A token with the scope matchday/organiser or matchday/operator.
         */
        get: operations["listEventsOfType"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/correlation/{correlationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events of a correlation id; go on with the cursor at `GET /v1/events`
         * @description A token with the scope matchday/organiser or matchday/operator.
         */
        get: operations["listEventsOfCorrelation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{eventId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An event
         * @description A token with the scope matchday/organiser or matchday/operator.
         */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of events at each handler
         * @description A token with the scope matchday/operator.
         */
        get: operations["listOutcomes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/predictions/{predictionId}/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a prediction came to its points: every event, its reason, its place in the chain
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        get: operations["getPredictionTrace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/predictions/{predictionId}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A receipt of a prediction: a file that proves it to somebody who has nothing else
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        get: operations["getPredictionReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Notifications, the newest first: my own, or the news of a competition
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbox/{notificationId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Marks one of my notifications as read
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        put: operations["markNotificationRead"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which notifications I get, and where
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        get: operations["getPreferences"];
        /**
         * Says which notifications I want, and where; with `version` only if they are of that version
         * @description A token with the scope matchday/player or matchday/organiser.
         */
        put: operations["setPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All subscriptions
         * @description A token with the scope matchday/organiser or matchday/producer.
         */
        get: operations["listSubscriptions"];
        put?: never;
        /**
         * Subscribes an endpoint to events; answers with the secret that signs them
         * @description A token with the scope matchday/organiser or matchday/producer.
         */
        post: operations["createSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{subscriptionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A subscription
         * @description A token with the scope matchday/organiser or matchday/producer.
         */
        get: operations["getSubscription"];
        /**
         * Changes where events are sent, or which
         * @description A token with the scope matchday/organiser or matchday/producer.
         */
        put: operations["putSubscription"];
        post?: never;
        /**
         * Deletes a subscription for good
         * @description A token with the scope matchday/organiser or matchday/producer.
         */
        delete: operations["deleteSubscription"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{subscriptionId}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enables a subscription: it takes what happens from now on
         * @description A token with the scope matchday/organiser or matchday/producer.
         */
        post: operations["enableSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{subscriptionId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disables a subscription
         * @description A token with the scope matchday/organiser or matchday/producer.
         */
        post: operations["disableSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{subscriptionId}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a subscription a new secret; those before it are good for another day
         * @description A token with the scope matchday/organiser or matchday/producer.
         */
        post: operations["rotateSubscriptionSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{subscriptionId}/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a `webhook.ping`; the log of deliveries says what became of it
         * @description A token with the scope matchday/organiser or matchday/producer.
         */
        post: operations["pingSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{subscriptionId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sent in the last 30 days, the newest first, with every attempt
         * @description A token with the scope matchday/organiser or matchday/producer.
         */
        get: operations["getSubscriptionDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{subscriptionId}/deliveries/{deliveryId}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends once more what was sent, under the same webhook-id
         * @description A token with the scope matchday/organiser or matchday/producer.
         */
        post: operations["redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How it stands, in a word
         * @description Anybody, without a token.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/health/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the handling of events stands: rates, backlog, dead letters, by handler and by type
         * @description A token with the scope matchday/operator.
         */
        get: operations["getHealthEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What handlers did, minute by minute
         * @description A token with the scope matchday/operator.
         */
        get: operations["listRates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What failed for good or never arrived, the oldest first, with every attempt that is on record
         * @description A token with the scope matchday/operator.
         */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/dead-letters/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives dead letters to their handlers once more: some, or all that can be
         * @description A token with the scope matchday/operator.
         */
        post: operations["redriveDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/dead-letters/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes dead letters away for good; who did it and why is kept
         * @description A token with the scope matchday/operator.
         */
        post: operations["discardDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/projections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The read models: how far behind, which generations, and the last rebuild of each
         * @description A token with the scope matchday/operator.
         */
        get: operations["listProjections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/projections/{projection}/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Builds a read model anew beside the one in use, which is switched over when it is complete
         * @description A token with the scope matchday/operator.
         */
        post: operations["rebuildProjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/projections/{projection}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a rebuild up; the read model in use stays as it is
         * @description A token with the scope matchday/operator.
         */
        post: operations["cancelRebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/projections/{projection}/switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Has readers read another generation that is written: to go back, or forward again
         * @description A token with the scope matchday/operator.
         */
        post: operations["switchProjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/projections/{projection}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stops writing all generations but the one that is read: there is no way back to them
         * @description A token with the scope matchday/operator.
         */
        post: operations["dropGenerations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The description of this API, in OpenAPI 3.1
         * @description Anybody, without a token.
         */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The description of this API, to be read
         * @description Anybody, without a token.
         */
        get: operations["getDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What was predicted, and how well: in all, by match, by day. */
        CompetitionStatistics: {
            total: {
                created: number;
                revised: number;
                cancelled: number;
                evaluated: number;
                void: number;
                points: number;
                hitRate: number | null;
                /** @description Of evaluated predictions: what is stated before a result is nobody’s to see. */
                confidenceMean: number | null;
                accuracyMean: number | null;
            };
            matches: {
                [key: string]: {
                    created: number;
                    revised: number;
                    cancelled: number;
                    evaluated: number;
                    void: number;
                    points: number;
                    hitRate: number | null;
                    /** @description Of evaluated predictions: what is stated before a result is nobody’s to see. */
                    confidenceMean: number | null;
                    accuracyMean: number | null;
                };
            };
            days: {
                [key: string]: {
                    created: number;
                    revised: number;
                    cancelled: number;
                    evaluated: number;
                    void: number;
                    points: number;
                    hitRate: number | null;
                    /** @description Of evaluated predictions: what is stated before a result is nobody’s to see. */
                    confidenceMean: number | null;
                    accuracyMean: number | null;
                };
            };
        };
        /**
         * @description The probability, from 0 to 1, that the player gives the tendency of the pick; null: none stated.
         * @example 0.7
         */
        Confidence: number | null;
        /** @description A fact in its envelope. */
        Event: {
            id: string;
            type: string;
            schemaVersion: string;
            tenantId: components["schemas"]["Id"];
            stream: string;
            version: number;
            occurredAt: components["schemas"]["Instant"];
            correlationId: string;
            causationId: string;
            actor: string;
            /** @enum {string} */
            priority: "critical" | "high" | "normal" | "low";
            traceparent?: string;
            hops: number;
            data: unknown;
        };
        /**
         * @description An identifier: lower-case letters and digits in groups, joined by single hyphens.
         * @example burnley-city
         */
        Id: string;
        /**
         * Format: date-time
         * @description An instant in UTC with milliseconds.
         * @example 2026-11-20T19:30:00.000Z
         */
        Instant: string;
        /**
         * @description When a match begins. Unless the time is known, only the day of it counts.
         * @example {
         *       "at": "2026-11-20T19:30:00.000Z",
         *       "timeKnown": true
         *     }
         */
        KickOff: {
            at: components["schemas"]["Instant"];
            timeKnown: boolean;
        };
        /**
         * @description When a match begins. Unless the time is known, only the day of it counts.
         * @example {
         *       "at": "2026-11-20T19:30:00.000Z",
         *       "timeKnown": true
         *     }
         */
        KickOffInput: {
            at: components["schemas"]["Instant"];
            timeKnown: boolean;
        };
        /** @description A match. */
        Match: {
            /** @enum {string} */
            status: "scheduled" | "started" | "cancelled";
            fixture: {
                matchId: components["schemas"]["Id"];
                competition: components["schemas"]["Id"];
                round: components["schemas"]["Text"] | null;
                home: components["schemas"]["Text"];
                away: components["schemas"]["Text"];
            };
            kickOff: components["schemas"]["KickOff"];
            /** @description The version of the stream that this shows. */
            version: number;
        } | {
            /** @constant */
            status: "postponed";
            begun: boolean;
            fixture: {
                matchId: components["schemas"]["Id"];
                competition: components["schemas"]["Id"];
                round: components["schemas"]["Text"] | null;
                home: components["schemas"]["Text"];
                away: components["schemas"]["Text"];
            };
            kickOff: components["schemas"]["KickOff"];
            /** @description The version of the stream that this shows. */
            version: number;
        } | {
            /** @enum {string} */
            status: "finished" | "awarded";
            result: components["schemas"]["Result"];
            fixture: {
                matchId: components["schemas"]["Id"];
                competition: components["schemas"]["Id"];
                round: components["schemas"]["Text"] | null;
                home: components["schemas"]["Text"];
                away: components["schemas"]["Text"];
            };
            kickOff: components["schemas"]["KickOff"];
            /** @description The version of the stream that this shows. */
            version: number;
        };
        /** @description A private league of players: a competition with rules of its own. */
        Pool: {
            /** @constant */
            status: "open";
            poolId: components["schemas"]["Id"];
            competition: components["schemas"]["Id"];
            name: components["schemas"]["Text"];
            owner: components["schemas"]["Text"];
            /** @enum {string} */
            access: "open" | "invite";
            rules: components["schemas"]["PoolRules"];
            /** @description The version of the stream that this shows. */
            version: number;
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
        PoolRules: {
            /** @enum {string} */
            rules: "kicktipp-4-3-2" | "classic-3-2-1" | "exact-3-tendency-1";
            basis: components["schemas"]["ScoreBasis"];
            tieBreaks: ("exact" | "goal_diff" | "tendency_only")[];
            countAwarded: boolean;
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
        PoolRulesInput: {
            /** @enum {string} */
            rules: "kicktipp-4-3-2" | "classic-3-2-1" | "exact-3-tendency-1";
            basis: components["schemas"]["ScoreBasis"];
            tieBreaks: ("exact" | "goal_diff" | "tendency_only")[];
            countAwarded: boolean;
        };
        /** @description A player’s prediction of a match. */
        Prediction: {
            /** @constant */
            status: "placed";
            key: {
                predictionId: string;
                matchId: components["schemas"]["Id"];
                competition: components["schemas"]["Id"];
                playerId: components["schemas"]["Id"];
            };
            pick: {
                predicted: components["schemas"]["Score"];
                confidence: components["schemas"]["Confidence"];
            };
            matchVersion: number;
            verdict?: {
                /** @constant */
                kind: "scored";
                awarded: boolean;
                rules: {
                    name: string;
                    version: number;
                };
                byBasis: {
                    FT90: {
                        actual: components["schemas"]["Score"];
                        /** @enum {string} */
                        category: "exact" | "goal_diff" | "draw_not_exact" | "tendency_only" | "miss";
                        isCorrect: boolean;
                        points: number;
                        accuracyScore: number | null;
                    };
                    AET120?: {
                        actual: components["schemas"]["Score"];
                        /** @enum {string} */
                        category: "exact" | "goal_diff" | "draw_not_exact" | "tendency_only" | "miss";
                        isCorrect: boolean;
                        points: number;
                        accuracyScore: number | null;
                    };
                    PENS_SUM?: {
                        actual: components["schemas"]["Score"];
                        /** @enum {string} */
                        category: "exact" | "goal_diff" | "draw_not_exact" | "tendency_only" | "miss";
                        isCorrect: boolean;
                        points: number;
                        accuracyScore: number | null;
                    };
                };
            } | {
                /** @constant */
                kind: "void";
                reason: components["schemas"]["Text"];
            };
            /** @description The version of the stream that this shows. */
            version: number;
        } | {
            /** @constant */
            status: "cancelled";
            key: {
                predictionId: string;
                matchId: components["schemas"]["Id"];
                competition: components["schemas"]["Id"];
                playerId: components["schemas"]["Id"];
            };
            /** @description The version of the stream that this shows. */
            version: number;
        };
        /**
         * @description Who a player is: personal data.
         * @example {
         *       "displayName": "Ada",
         *       "locale": "en-GB"
         *     }
         */
        ProfileInput: {
            displayName: components["schemas"]["Text"];
            /** Format: email */
            email?: string;
            locale?: string;
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
        Result: {
            fullTime: components["schemas"]["Score"];
            halfTime?: components["schemas"]["Score"];
            extraTime?: components["schemas"]["Score"];
            shootOut?: components["schemas"]["Score"];
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
        ResultInput: {
            fullTime: components["schemas"]["ScoreInput"];
            halfTime?: components["schemas"]["ScoreInput"];
            extraTime?: components["schemas"]["ScoreInput"];
            shootOut?: components["schemas"]["ScoreInput"];
        };
        /**
         * @description Goals of the home side and of the away side.
         * @example {
         *       "home": 2,
         *       "away": 1
         *     }
         */
        Score: {
            home: number;
            away: number;
        };
        /**
         * @description Which score counts: after 90 minutes, after extra time, or with the shoot-out.
         * @enum {string}
         */
        ScoreBasis: "FT90" | "AET120" | "PENS_SUM";
        /**
         * @description Goals of the home side and of the away side.
         * @example {
         *       "home": 2,
         *       "away": 1
         *     }
         */
        ScoreInput: {
            home: number;
            away: number;
        };
        /** @description A table, best first; equals share a rank. */
        Standings: {
            competition: components["schemas"]["Id"];
            rules: components["schemas"]["PoolRules"];
            matches: {
                finished: number;
                cancelled: number;
                awarded: number;
            };
            /** @description Rows of the whole table. */
            players: number;
            /** @description The matchday since which rows moved; null: none has begun. */
            movementSince?: components["schemas"]["Text"] | null;
            standings: {
                rank: number;
                playerId: components["schemas"]["Id"];
                points: number;
                exact: number;
                goal_diff: number;
                draw_not_exact: number;
                tendency_only: number;
                miss: number;
                scored: number;
                void: number;
                missing: number;
                accuracyMean: number | null;
                /** @description Since the last matchday, when it was asked for. */
                movement?: {
                    /** @enum {string} */
                    direction: "up" | "down" | "same" | "new";
                    previousRank: number | null;
                };
            }[];
            /** @description The cursor of the next page; null: this is the last one. */
            next: string | null;
        };
        /**
         * @description What a person wrote: a name, a reason.
         * @example Burnley FC
         */
        Text: string;
        /** @description What was wrong (RFC 9457). `title` is the code for programs, `detail` a sentence for people. */
        Problem: {
            /** Format: uri */
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @description Field by field. */
            errors?: {
                /** @description A JSON Pointer into the request: `/body/predicted/home`. */
                path: string;
                message: string;
            }[];
        };
        /** @description An answer of the gateway, which the request did not get through. */
        GatewayMessage: {
            message: string;
        };
    };
    responses: {
        /** @description It is as the client has it. */
        NotModified: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The request is not what this route takes; `errors` has the fields. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nobody knows who asks: no token, or one that does not hold. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description The token does not have the scope, or it is not for this principal to do. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description There is no such thing, or none that the principal may know of. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It cannot be done as things stand. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It was there, and is gone for good. */
        Gone: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It is at another version than the request is for. */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description More bytes than may be sent, or stored. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not said to be JSON. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The Idempotency-Key was used for another request, or the facts cannot be stored. */
        Unprocessable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests: Retry-After says when the next is taken. */
        TooManyRequests: {
            headers: {
                /**
                 * @description Seconds.
                 * @example 1
                 */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description An error on our side. */
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description Not at the moment: repeat the request, with its Idempotency-Key. */
        Unavailable: {
            headers: {
                /**
                 * @description Seconds.
                 * @example 1
                 */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
    };
    parameters: {
        /**
         * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
         * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
         */
        "Idempotency-Key": string;
        /**
         * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
         * @example "1"
         */
        "If-Match": string;
        /**
         * @description The ETag of what is known already: when it is still so, 304 without a body.
         * @example "1"
         */
        "If-None-Match": string;
        /**
         * @description `*`: the command is for something that is not there yet; when it is, 412.
         * @example *
         */
        "If-None-Match-Any": "*";
        /**
         * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
         * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
         */
        traceparent: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    createMatch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": {
                    matchId: components["schemas"]["Id"];
                    competition: components["schemas"]["Id"];
                    /** @default null */
                    round?: components["schemas"]["Text"] | null;
                    home: components["schemas"]["Text"];
                    away: components["schemas"]["Text"];
                    kickOff: components["schemas"]["KickOffInput"];
                };
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matchId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            /** @description It was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matchId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    rescheduleMatch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The match id. */
                matchId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kickOff": {
                 *         "at": "2026-11-20T19:30:00.000Z",
                 *         "timeKnown": true
                 *       }
                 *     }
                 */
                "application/json": {
                    kickOff: components["schemas"]["KickOffInput"];
                };
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matchId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    postponeMatch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The match id. */
                matchId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "waterlogged pitch"
                 *     }
                 */
                "application/json": {
                    reason: components["schemas"]["Text"];
                };
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matchId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    startMatch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The match id. */
                matchId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matchId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    finishMatch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The match id. */
                matchId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": {
                    result: components["schemas"]["ResultInput"];
                };
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matchId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    correctMatch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The match id. */
                matchId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": {
                    result: components["schemas"]["ResultInput"];
                    reason: components["schemas"]["Text"];
                };
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matchId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    withdrawResultOfMatch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The match id. */
                matchId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "waterlogged pitch"
                 *     }
                 */
                "application/json": {
                    reason: components["schemas"]["Text"];
                };
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matchId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelMatch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The match id. */
                matchId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "waterlogged pitch"
                 *     }
                 */
                "application/json": {
                    reason: components["schemas"]["Text"];
                };
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matchId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reinstateMatch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The match id. */
                matchId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kickOff": {
                 *         "at": "2026-11-20T19:30:00.000Z",
                 *         "timeKnown": true
                 *       }
                 *     }
                 */
                "application/json": {
                    kickOff: components["schemas"]["KickOffInput"];
                };
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matchId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    awardMatch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The match id. */
                matchId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": {
                    result: components["schemas"]["ResultInput"];
                    reason: components["schemas"]["Text"];
                };
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matchId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPredictions: {
        parameters: {
            query: {
                /** @description Only with this competition. */
                competition: components["schemas"]["Id"];
                /** @description Only with this round. */
                round?: components["schemas"]["Text"];
                /** @description Ids of events, with commas between, from the answer to a command: waits up to 5 seconds until the answer shows their effect. */
                after?: string;
                /** @description How many at most. */
                limit?: string;
                /** @description Where an earlier answer ended; nothing else may be asked besides. */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Prediction"][];
                        /** @description The cursor of the next page; null: this is the last one. */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createPrediction: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "matchId": "burnley-city",
                 *       "predicted": {
                 *         "home": 2,
                 *         "away": 1
                 *       }
                 *     }
                 */
                "application/json": {
                    matchId: components["schemas"]["Id"];
                    predicted: components["schemas"]["ScoreInput"];
                    /** @default null */
                    confidence?: components["schemas"]["Confidence"];
                };
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        predictionId: string;
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            /** @description It was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        predictionId: string;
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    revisePrediction: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The id of the match, a dot, and the id of the player. */
                predictionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "predicted": {
                 *         "home": 2,
                 *         "away": 1
                 *       }
                 *     }
                 */
                "application/json": {
                    predicted: components["schemas"]["ScoreInput"];
                    /** @default null */
                    confidence?: components["schemas"]["Confidence"];
                };
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        predictionId: string;
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelPrediction: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The id of the match, a dot, and the id of the player. */
                predictionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "waterlogged pitch"
                 *     }
                 */
                "application/json": {
                    reason: components["schemas"]["Text"];
                };
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        predictionId: string;
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMyPools: {
        parameters: {
            query?: {
                /** @description Ids of events, with commas between, from the answer to a command: waits up to 5 seconds until the answer shows their effect. */
                after?: string;
                /** @description How many at most. */
                limit?: string;
                /** @description Where an earlier answer ended; nothing else may be asked besides. */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @constant */
                            status: "open";
                            poolId: components["schemas"]["Id"];
                            competition: components["schemas"]["Id"];
                            name: components["schemas"]["Text"];
                            owner: components["schemas"]["Text"];
                            /** @enum {string} */
                            access: "open" | "invite";
                            rules: components["schemas"]["PoolRules"];
                            /** @description The version of the stream that this shows. */
                            version: number;
                            /** @description Whether I play in it: the owner of a pool need not. */
                            isMember: boolean;
                        }[];
                        /** @description The cursor of the next page; null: this is the last one. */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createPool: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "poolId": "office",
                 *       "competition": "premier-league-2026-27",
                 *       "name": "Office"
                 *     }
                 */
                "application/json": {
                    poolId: components["schemas"]["Id"];
                    competition: components["schemas"]["Id"];
                    name: components["schemas"]["Text"];
                    /**
                     * @default open
                     * @enum {string}
                     */
                    access?: "open" | "invite";
                    /**
                     * @default {
                     *       "rules": "kicktipp-4-3-2",
                     *       "basis": "FT90",
                     *       "tieBreaks": [],
                     *       "countAwarded": false
                     *     }
                     */
                    rules?: components["schemas"]["PoolRulesInput"];
                };
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        poolId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            /** @description It was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        poolId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changePoolRules: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The pool id. */
                poolId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["PoolRulesInput"];
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        poolId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPoolInvites: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The pool id. */
                poolId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            inviteId: components["schemas"]["Id"];
                            expiresAt: components["schemas"]["Instant"] | null;
                            maxUses: number | null;
                            /** @description Null where players are not counted: the invite is for any number. */
                            uses: number | null;
                        }[];
                        next: null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createPoolInvite: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The pool id. */
                poolId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    /** @default null */
                    expiresAt?: components["schemas"]["Instant"] | null;
                    /** @default null */
                    maxUses?: number | null;
                };
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        poolId: components["schemas"]["Id"];
                        inviteId: components["schemas"]["Id"];
                        /** @description `<pool>.<secret>`, as the one who invites was answered. Whoever has it may join. */
                        code: string;
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            /** @description It was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        poolId: components["schemas"]["Id"];
                        inviteId: components["schemas"]["Id"];
                        /** @description `<pool>.<secret>`, as the one who invites was answered. Whoever has it may join. */
                        code: string;
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokePoolInvite: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The pool id. */
                poolId: components["schemas"]["Id"];
                /** @description The invite id. */
                inviteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        poolId: components["schemas"]["Id"];
                        inviteId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    joinPoolByInvite: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "text"
                 *     }
                 */
                "application/json": {
                    /** @description `<pool>.<secret>`, as the one who invites was answered. Whoever has it may join. */
                    code: string;
                };
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        poolId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    joinPool: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The pool id. */
                poolId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        poolId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    leavePool: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The pool id. */
                poolId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        poolId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description Where an earlier answer ended; nothing else may be asked besides. */
                cursor?: string;
                /** @description How many at most. */
                limit?: string;
                /** @description Of this type. */
                type?: "match.scheduled" | "match.rescheduled" | "match.postponed" | "match.started" | "match.finished" | "match.result-corrected" | "match.result-withdrawn" | "match.cancelled" | "match.reinstated" | "match.awarded" | "prediction.created" | "prediction.revised" | "prediction.cancelled" | "prediction.evaluated" | "prediction.reopened" | "pool.created" | "pool.rules-changed" | "pool.invite-created" | "pool.invite-revoked" | "pool.invite-used" | "pool.player-joined" | "pool.player-left" | "player.registered" | "player.profile-changed" | "player.forgotten" | "subscription.created" | "subscription.changed" | "subscription.secret-rotated" | "subscription.disabled" | "subscription.enabled" | "subscription.deleted";
                /** @description Not before this instant. */
                from?: components["schemas"]["Instant"];
                /** @description Before this instant. */
                to?: components["schemas"]["Instant"];
                /** @description Caused by this command, directly or not. */
                correlationId?: string;
                /** @description From this instant on, in the order in which they were stored. */
                since?: components["schemas"]["Instant"];
            };
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        events: {
                            id: string;
                            type: string;
                            schemaVersion: string;
                            tenantId: components["schemas"]["Id"];
                            stream: string;
                            version: number;
                            occurredAt: components["schemas"]["Instant"];
                            correlationId: string;
                            causationId: string;
                            actor: string;
                            /** @enum {string} */
                            priority: "critical" | "high" | "normal" | "low";
                            traceparent?: string;
                            hops: number;
                            data: unknown;
                            /**
                             * @description The match is not locked yet: what was picked is left out.
                             * @constant
                             */
                            redacted?: true;
                        }[];
                        cursor?: string;
                        more: boolean;
                        watermark: {
                            position: number;
                            indexedUntil: components["schemas"]["Instant"] | null;
                        };
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    stateEvent: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "text",
                 *       "data": null
                 *     }
                 */
                "application/json": {
                    /** @description A type of the catalog, `match.finished`. */
                    type: string;
                    /** @description What the catalog says of the type. */
                    data: unknown;
                };
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            /** @description It was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    putPlayerProfile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag of what the command is for, from a GET: when it has another version by now, 412.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description `*`: the command is for something that is not there yet; when it is, 412.
                 * @example *
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The player id. */
                playerId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "displayName": "Ada",
                 *       "locale": "en-GB"
                 *     }
                 */
                "application/json": components["schemas"]["ProfileInput"];
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        playerId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            /** @description It was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        playerId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPlayer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what is known already: when it is still so, 304 without a body.
                 * @example "1"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The player id. */
                playerId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    /**
                     * @description The version, for If-None-Match and If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        displayName: components["schemas"]["Text"];
                        /** Format: email */
                        email?: string;
                        locale?: string;
                        playerId: components["schemas"]["Id"];
                        version: number;
                    } | {
                        playerId: components["schemas"]["Id"];
                        displayName: components["schemas"]["Text"];
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deletePlayer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The player id. */
                playerId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        playerId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCompetitions: {
        parameters: {
            query?: {
                /** @description Ids of events, with commas between, from the answer to a command: waits up to 5 seconds until the answer shows their effect. */
                after?: string;
                /** @description How many at most. */
                limit?: string;
                /** @description Where an earlier answer ended; nothing else may be asked besides. */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            competition: components["schemas"]["Id"];
                            matches: {
                                scheduled: number;
                                postponed: number;
                                started: number;
                                finished: number;
                                awarded: number;
                                cancelled: number;
                            };
                        }[];
                        /** @description The cursor of the next page; null: this is the last one. */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCompetition: {
        parameters: {
            query?: {
                /** @description Ids of events, with commas between, from the answer to a command: waits up to 5 seconds until the answer shows their effect. */
                after?: string;
            };
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The competition. */
                competition: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        competition: components["schemas"]["Id"];
                        /** @description The time of the server, by which picks lock. */
                        now: components["schemas"]["Instant"];
                        rounds: {
                            round: components["schemas"]["Text"] | null;
                            matches: {
                                scheduled: number;
                                postponed: number;
                                started: number;
                                finished: number;
                                awarded: number;
                                cancelled: number;
                            };
                            firstKickOff: components["schemas"]["Instant"];
                            lastKickOff: components["schemas"]["Instant"];
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCompetitionMatches: {
        parameters: {
            query?: {
                /** @description Only with this round. */
                round?: components["schemas"]["Text"];
                /** @description Only with this status. */
                status?: "scheduled" | "postponed" | "started" | "finished" | "awarded" | "cancelled";
                /** @description Kick-off at this instant or later. */
                from?: components["schemas"]["Instant"];
                /** @description Kick-off before this instant. */
                to?: components["schemas"]["Instant"];
                /** @description Ids of events, with commas between, from the answer to a command: waits up to 5 seconds until the answer shows their effect. */
                after?: string;
                /** @description How many at most. */
                limit?: string;
                /** @description Where an earlier answer ended; nothing else may be asked besides. */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The competition. */
                competition: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Match"][];
                        /** @description The cursor of the next page; null: this is the last one. */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMatchPredictions: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: string;
                /** @description Where an earlier answer ended; nothing else may be asked besides. */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The match id. */
                matchId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matchId: components["schemas"]["Id"];
                        /** @description Whether picks are closed. Until then nobody sees more than their own. */
                        locked: boolean;
                        /** @description The kick-off, at which picks close; null: put off, without a new one. */
                        lockedAt: components["schemas"]["Instant"] | null;
                        /** @description What everybody said: on the first page, once picks are closed. */
                        crowd: {
                            picks: number;
                            home: {
                                count: number;
                                share: number;
                            };
                            draw: {
                                count: number;
                                share: number;
                            };
                            away: {
                                count: number;
                                share: number;
                            };
                            mostFrequent: {
                                score: components["schemas"]["Score"];
                                count: number;
                            } | null;
                        } | null;
                        items: components["schemas"]["Prediction"][];
                        /** @description The cursor of the next page; null: this is the last one. */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPlayerHistory: {
        parameters: {
            query: {
                /** @description Only with this competition. */
                competition: components["schemas"]["Id"];
                /** @description What the categories are worth. */
                rules?: "kicktipp-4-3-2" | "classic-3-2-1" | "exact-3-tendency-1";
                /** @description Ids of events, with commas between, from the answer to a command: waits up to 5 seconds until the answer shows their effect. */
                after?: string;
                /** @description How many at most. */
                limit?: string;
                /** @description Where an earlier answer ended; nothing else may be asked besides. */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The player id. */
                playerId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            /** @constant */
                            outcome: "scored";
                            matchId: components["schemas"]["Id"];
                            /** @description How it came to its points: its trace. */
                            predictionId: string;
                            settledAt: components["schemas"]["Instant"];
                            total: number;
                            predicted: components["schemas"]["Score"];
                            confidence: components["schemas"]["Confidence"];
                            actual: components["schemas"]["Score"];
                            /** @enum {string} */
                            category: "exact" | "goal_diff" | "draw_not_exact" | "tendency_only" | "miss";
                            awarded: boolean;
                            points: number;
                        } | {
                            /** @constant */
                            outcome: "void";
                            matchId: components["schemas"]["Id"];
                            /** @description How it came to its points: its trace. */
                            predictionId: string;
                            settledAt: components["schemas"]["Instant"];
                            total: number;
                        })[];
                        /** @description The cursor of the next page; null: this is the last one. */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPlayerStatistics: {
        parameters: {
            query: {
                /** @description Only with this competition. */
                competition: components["schemas"]["Id"];
                /** @description What the categories are worth. */
                rules?: "kicktipp-4-3-2" | "classic-3-2-1" | "exact-3-tendency-1";
                /** @description Ids of events, with commas between, from the answer to a command: waits up to 5 seconds until the answer shows their effect. */
                after?: string;
            };
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The player id. */
                playerId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        competition: components["schemas"]["Id"];
                        playerId: components["schemas"]["Id"];
                        settled: number;
                        counts: {
                            [key: string]: number;
                        };
                        points: number;
                        pointsByCategory: {
                            [key: string]: number;
                        };
                        hitRate: number | null;
                        exactRate: number | null;
                        streak: {
                            current: number;
                            longest: number;
                        };
                        calibration: {
                            n: number;
                            brier: number;
                            skill: number | null;
                            buckets: {
                                from: number;
                                to: number;
                                n: number;
                                meanStated: number;
                                observed: number;
                            }[];
                        } | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMatch: {
        parameters: {
            query?: {
                /** @description As it was at this instant. */
                at?: components["schemas"]["Instant"];
                /** @description As it was at this version. */
                version?: number;
            };
            header?: {
                /**
                 * @description The ETag of what is known already: when it is still so, 304 without a body.
                 * @example "1"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The match id. */
                matchId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    /**
                     * @description The version, for If-None-Match and If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Match"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPrediction: {
        parameters: {
            query?: {
                /** @description As it was at this instant. */
                at?: components["schemas"]["Instant"];
                /** @description As it was at this version. */
                version?: number;
            };
            header?: {
                /**
                 * @description The ETag of what is known already: when it is still so, 304 without a body.
                 * @example "1"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The id of the match, a dot, and the id of the player. */
                predictionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    /**
                     * @description The version, for If-None-Match and If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prediction"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCompetitionStandings: {
        parameters: {
            query?: {
                /** @description As the table was at this instant. */
                at?: components["schemas"]["Instant"];
                /** @description What this round alone brought. */
                round?: components["schemas"]["Text"];
                /** @description With the movement since the last matchday. */
                movement?: "true" | "false";
                /** @description The rows around mine, instead of a page. */
                around?: "me";
                /** @description Rows above and below mine. */
                n?: string;
                /** @description Ids of events, with commas between, from the answer to a command: waits up to 5 seconds until the answer shows their effect. */
                after?: string;
                /** @description How many at most. */
                limit?: string;
                /** @description Where an earlier answer ended; nothing else may be asked besides. */
                cursor?: string;
                /** @description What the categories are worth. */
                rules?: "kicktipp-4-3-2" | "classic-3-2-1" | "exact-3-tendency-1";
                /** @description Which score counts. */
                basis?: components["schemas"]["ScoreBasis"];
            };
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The competition. */
                competition: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Standings"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCompetitionRace: {
        parameters: {
            query?: {
                /** @description Whose race: ids, 12 at most, joined by commas; else mine. */
                players?: string;
                /** @description Ids of events, with commas between, from the answer to a command: waits up to 5 seconds until the answer shows their effect. */
                after?: string;
                /** @description What the categories are worth. */
                rules?: "kicktipp-4-3-2" | "classic-3-2-1" | "exact-3-tendency-1";
                /** @description Which score counts. */
                basis?: components["schemas"]["ScoreBasis"];
            };
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The competition. */
                competition: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        competition: components["schemas"]["Id"];
                        rules: components["schemas"]["PoolRules"];
                        /** @description Rows of the whole table. */
                        players: number;
                        /** @description In their order, up to the last one that has a result. */
                        rounds: (components["schemas"]["Text"] | null)[];
                        runners: {
                            playerId: components["schemas"]["Id"];
                            /** @description Points so far, round by round. */
                            points: number[];
                            /** @description Rank after each round; null: not in the table yet. */
                            ranks: (number | null)[];
                        }[];
                        /** @description The days (UTC) on which the table moved: for `at` of the table. */
                        days: {
                            /** @description The last instant of the day at which the table moved. */
                            at: components["schemas"]["Instant"];
                            /** @description Rounds that were over then, but for matches put off. */
                            rounds: (components["schemas"]["Text"] | null)[];
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCompetitionStatistics: {
        parameters: {
            query?: {
                /** @description As it was at this instant. */
                at?: components["schemas"]["Instant"];
                /** @description Ids of events, with commas between, from the answer to a command: waits up to 5 seconds until the answer shows their effect. */
                after?: string;
            };
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The competition. */
                competition: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompetitionStatistics"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPool: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what is known already: when it is still so, 304 without a body.
                 * @example "1"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The pool id. */
                poolId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    /**
                     * @description The version, for If-None-Match and If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pool"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPoolMembers: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: string;
                /** @description Where an earlier answer ended; nothing else may be asked besides. */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The pool id. */
                poolId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            playerId: components["schemas"]["Id"];
                        }[];
                        /** @description The cursor of the next page; null: this is the last one. */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPoolStandings: {
        parameters: {
            query?: {
                /** @description As the table was at this instant. */
                at?: components["schemas"]["Instant"];
                /** @description What this round alone brought. */
                round?: components["schemas"]["Text"];
                /** @description With the movement since the last matchday. */
                movement?: "true" | "false";
                /** @description The rows around mine, instead of a page. */
                around?: "me";
                /** @description Rows above and below mine. */
                n?: string;
                /** @description Ids of events, with commas between, from the answer to a command: waits up to 5 seconds until the answer shows their effect. */
                after?: string;
                /** @description How many at most. */
                limit?: string;
                /** @description Where an earlier answer ended; nothing else may be asked besides. */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The pool id. */
                poolId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Standings"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPoolRace: {
        parameters: {
            query?: {
                /** @description Whose race: ids, 12 at most, joined by commas; else mine. */
                players?: string;
                /** @description Ids of events, with commas between, from the answer to a command: waits up to 5 seconds until the answer shows their effect. */
                after?: string;
            };
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The pool id. */
                poolId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        competition: components["schemas"]["Id"];
                        rules: components["schemas"]["PoolRules"];
                        /** @description Rows of the whole table. */
                        players: number;
                        /** @description In their order, up to the last one that has a result. */
                        rounds: (components["schemas"]["Text"] | null)[];
                        runners: {
                            playerId: components["schemas"]["Id"];
                            /** @description Points so far, round by round. */
                            points: number[];
                            /** @description Rank after each round; null: not in the table yet. */
                            ranks: (number | null)[];
                        }[];
                        /** @description The days (UTC) on which the table moved: for `at` of the table. */
                        days: {
                            /** @description The last instant of the day at which the table moved. */
                            at: components["schemas"]["Instant"];
                            /** @description Rounds that were over then, but for matches put off. */
                            rounds: (components["schemas"]["Text"] | null)[];
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPlayerNames: {
        parameters: {
            query: {
                /** @description Ids of players, 100 at most, joined by commas. */
                ids: string;
            };
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            playerId: components["schemas"]["Id"];
                            displayName: components["schemas"]["Text"];
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEventsOfType: {
        parameters: {
            query?: {
                /** @description Not before this instant. */
                from?: components["schemas"]["Instant"];
                /** @description Before this instant. */
                to?: components["schemas"]["Instant"];
                /** @description How many at most. */
                limit?: string;
            };
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The type. */
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        events: {
                            id: string;
                            type: string;
                            schemaVersion: string;
                            tenantId: components["schemas"]["Id"];
                            stream: string;
                            version: number;
                            occurredAt: components["schemas"]["Instant"];
                            correlationId: string;
                            causationId: string;
                            actor: string;
                            /** @enum {string} */
                            priority: "critical" | "high" | "normal" | "low";
                            traceparent?: string;
                            hops: number;
                            data: unknown;
                            /**
                             * @description The match is not locked yet: what was picked is left out.
                             * @constant
                             */
                            redacted?: true;
                        }[];
                        cursor?: string;
                        more: boolean;
                        watermark: {
                            position: number;
                            indexedUntil: components["schemas"]["Instant"] | null;
                        };
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEventsOfCorrelation: {
        parameters: {
            query?: {
                /** @description Not before this instant. */
                from?: components["schemas"]["Instant"];
                /** @description How many at most. */
                limit?: string;
            };
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The correlation id. */
                correlationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        events: {
                            id: string;
                            type: string;
                            schemaVersion: string;
                            tenantId: components["schemas"]["Id"];
                            stream: string;
                            version: number;
                            occurredAt: components["schemas"]["Instant"];
                            correlationId: string;
                            causationId: string;
                            actor: string;
                            /** @enum {string} */
                            priority: "critical" | "high" | "normal" | "low";
                            traceparent?: string;
                            hops: number;
                            data: unknown;
                            /**
                             * @description The match is not locked yet: what was picked is left out.
                             * @constant
                             */
                            redacted?: true;
                        }[];
                        cursor?: string;
                        more: boolean;
                        watermark: {
                            position: number;
                            indexedUntil: components["schemas"]["Instant"] | null;
                        };
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEvent: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The stream, a colon, and the version in it. */
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        type: string;
                        schemaVersion: string;
                        tenantId: components["schemas"]["Id"];
                        stream: string;
                        version: number;
                        occurredAt: components["schemas"]["Instant"];
                        correlationId: string;
                        causationId: string;
                        actor: string;
                        /** @enum {string} */
                        priority: "critical" | "high" | "normal" | "low";
                        traceparent?: string;
                        hops: number;
                        data: unknown;
                        /**
                         * @description The match is not locked yet: what was picked is left out.
                         * @constant
                         */
                        redacted?: true;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOutcomes: {
        parameters: {
            query: {
                /** @description Ids of events, 50 at most, joined by commas. */
                event: string;
            };
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            eventId: string;
                            /** @description The match is not locked yet: who handled a pick may tell what was picked. */
                            withheld: boolean;
                            outcomes: {
                                handler: string;
                                /** @enum {string} */
                                status: "succeeded" | "skipped" | "parked" | "failed" | "dead-lettered";
                                /** @description Why it was skipped, parked or failed. */
                                reason: string | null;
                                /** @description The name of the error. */
                                error: string | null;
                                attempt: number;
                                at: components["schemas"]["Instant"];
                                /** @description Of the batch that the event was in. */
                                ms: number;
                            }[];
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPredictionTrace: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The id of the match, a dot, and the id of the player. */
                predictionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        prediction: components["schemas"]["Prediction"];
                        match: components["schemas"]["Match"];
                        locked: boolean;
                        /** @description Every rule set there is, as it is today; the default is the first. */
                        ruleSets: {
                            name: string;
                            version: number;
                            points: {
                                exact: number;
                                goal_diff: number;
                                draw_not_exact: number;
                                tendency_only: number;
                                miss: number;
                            };
                        }[];
                        /** @description Events of the match and of the prediction, in the order in which they happened. */
                        steps: {
                            event: {
                                id: string;
                                type: string;
                                schemaVersion: string;
                                stream: string;
                                version: number;
                                occurredAt: components["schemas"]["Instant"];
                                correlationId: string;
                                causationId: string;
                                data: unknown;
                            };
                            /** @enum {string} */
                            actor: "player" | "platform" | "organiser";
                            /** @description Of an evaluation: what the rules compared, by basis. */
                            reasons: {
                                /** @enum {string} */
                                basis: "FT90" | "AET120" | "PENS_SUM";
                                score: {
                                    predicted: components["schemas"]["Score"];
                                    actual: components["schemas"]["Score"];
                                };
                                tendency: {
                                    /** @enum {string} */
                                    predicted: "home" | "draw" | "away";
                                    /** @enum {string} */
                                    actual: "home" | "draw" | "away";
                                };
                                difference: {
                                    predicted: number;
                                    actual: number;
                                };
                                /** @enum {string} */
                                category: "exact" | "goal_diff" | "draw_not_exact" | "tendency_only" | "miss";
                                /** @description Under the rules that the evaluation names. */
                                points: number;
                            }[];
                            /** @description Events whose place it took. */
                            replaces: string[];
                            /** @description The event that took its place. */
                            replacedBy: string | null;
                            /** @description Its place in the chain of its stream. */
                            commit: {
                                stream: string;
                                version: number;
                                events: number;
                                /** @description SHA-256, base64url. */
                                hash: string;
                                /** @description SHA-256, base64url. */
                                previousHash: string;
                            };
                            /** @description The first anchor that has it; null: it is not anchored yet. */
                            anchor: {
                                number: number;
                                key: string;
                                instant: components["schemas"]["Instant"];
                                /** @description SHA-256, base64url. */
                                hash: string;
                            } | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPredictionReceipt: {
        parameters: {
            query?: {
                /** @description Of the event; absent: the last pick. */
                version?: number;
            };
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The id of the match, a dot, and the id of the player. */
                predictionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        format: "matchday-receipt-1";
                        statement: {
                            tenantId: string;
                            eventId: string;
                            type: string;
                            actor: string;
                            occurredAt: string;
                            anchoredAt: string;
                            data: unknown;
                            deadline?: {
                                kickOff: string | null;
                                inTime: boolean;
                            };
                        };
                        proof: {
                            commit: {
                                p: string;
                                s: string;
                                n: number;
                                b: string;
                                /** @description SHA-256, base64url. */
                                g: string;
                                /** @description SHA-256, base64url. */
                                h: string;
                            };
                            line: string;
                            path: {
                                /** @enum {string} */
                                side: "left" | "right";
                                /** @description SHA-256, base64url. */
                                hash: string;
                            }[];
                            anchor: {
                                key: string;
                                text: string;
                                /** @description SHA-256, base64url. */
                                hash: string;
                            };
                        };
                        kickOff?: {
                            commit: {
                                p: string;
                                s: string;
                                n: number;
                                b: string;
                                /** @description SHA-256, base64url. */
                                g: string;
                                /** @description SHA-256, base64url. */
                                h: string;
                            };
                            line: string;
                            path: {
                                /** @enum {string} */
                                side: "left" | "right";
                                /** @description SHA-256, base64url. */
                                hash: string;
                            }[];
                            anchor: {
                                key: string;
                                text: string;
                                /** @description SHA-256, base64url. */
                                hash: string;
                            };
                        };
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description Of titles and texts. */
                language?: "en" | "de";
                /** @description Only with this competition. */
                competition?: components["schemas"]["Id"];
                /** @description How many at most. */
                limit?: string;
                /** @description Where an earlier answer ended; nothing else may be asked besides. */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "prediction-result" | "correction" | "reminder" | "high-confidence" | "match-result";
                            at: components["schemas"]["Instant"];
                            title: string;
                            text: string;
                            /**
                             * @description Of title and text. What was stored before there were others is in English.
                             * @enum {string}
                             */
                            language: "en" | "de";
                            read: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    markNotificationRead: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The notification id. */
                notificationId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @constant */
                        read: true;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPreferences: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what is known already: when it is still so, 304 without a body.
                 * @example "1"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    /**
                     * @description The version, for If-None-Match and If-Match.
                     * @example "1"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            inbox: boolean;
                            mail: boolean;
                        };
                        corrections: {
                            inbox: boolean;
                            mail: boolean;
                        };
                        reminders: {
                            inbox: boolean;
                            mail: boolean;
                        };
                        highConfidence: {
                            inbox: boolean;
                            mail: boolean;
                        };
                        /**
                         * @description Of mails.
                         * @enum {string}
                         */
                        language: "en" | "de";
                        version: number;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    setPreferences: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": {
                    results: {
                        inbox: boolean;
                        mail: boolean;
                    };
                    corrections: {
                        inbox: boolean;
                        mail: boolean;
                    };
                    reminders: {
                        inbox: boolean;
                        mail: boolean;
                    };
                    highConfidence: {
                        inbox: boolean;
                        mail: boolean;
                    };
                    /**
                     * @description Of mails.
                     * @default en
                     * @enum {string}
                     */
                    language?: "en" | "de";
                    version?: number;
                };
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            inbox: boolean;
                            mail: boolean;
                        };
                        corrections: {
                            inbox: boolean;
                            mail: boolean;
                        };
                        reminders: {
                            inbox: boolean;
                            mail: boolean;
                        };
                        highConfidence: {
                            inbox: boolean;
                            mail: boolean;
                        };
                        /**
                         * @description Of mails.
                         * @enum {string}
                         */
                        language: "en" | "de";
                        version: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSubscriptions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            subscriptionId: components["schemas"]["Id"];
                            /** @enum {string} */
                            status: "active" | "disabled";
                            disabledBecause: ("requested" | "gone" | "failing") | null;
                            url: string;
                            pattern: {
                                [key: string]: unknown;
                            };
                            description: string | null;
                            /** @description It takes what happens from then on. */
                            since: components["schemas"]["Instant"];
                            /** @description The version of the stream that this shows. */
                            version: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createSubscription: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": {
                    /**
                     * Format: uri
                     * @description Where events are sent, by https.
                     * @example https://example.com/webhooks
                     */
                    url: string;
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
                    pattern: {
                        [key: string]: unknown;
                    };
                    /** @default null */
                    description?: components["schemas"]["Text"] | null;
                };
            };
        };
        responses: {
            /** @description It was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subscriptionId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        events: string[];
                        /** @description Signs what is sent; shown here and never again. */
                        secret: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSubscription: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The subscription id. */
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subscriptionId: components["schemas"]["Id"];
                        /** @enum {string} */
                        status: "active" | "disabled";
                        disabledBecause: ("requested" | "gone" | "failing") | null;
                        url: string;
                        pattern: {
                            [key: string]: unknown;
                        };
                        description: string | null;
                        /** @description It takes what happens from then on. */
                        since: components["schemas"]["Instant"];
                        /** @description The version of the stream that this shows. */
                        version: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    putSubscription: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The subscription id. */
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": {
                    /**
                     * Format: uri
                     * @description Where events are sent, by https.
                     * @example https://example.com/webhooks
                     */
                    url: string;
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
                    pattern: {
                        [key: string]: unknown;
                    };
                    /** @default null */
                    description?: components["schemas"]["Text"] | null;
                };
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subscriptionId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteSubscription: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The subscription id. */
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subscriptionId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    enableSubscription: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The subscription id. */
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subscriptionId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    disableSubscription: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The subscription id. */
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subscriptionId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        /** @description Ids of the events that were made; none when nothing was left to do. */
                        events: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    rotateSubscriptionSecret: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The subscription id. */
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subscriptionId: components["schemas"]["Id"];
                        /** @description The version that the stream has now. */
                        version: number;
                        events: string[];
                        /** @description Signs what is sent; shown here and never again. */
                        secret: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    pingSubscription: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The subscription id. */
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is under way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deliveryId: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSubscriptionDeliveries: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: string;
                /** @description Where an earlier answer ended; nothing else may be asked besides. */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The subscription id. */
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description The webhook-id of each of its attempts. */
                            deliveryId: string;
                            type: string;
                            eventId: string | null;
                            /** @enum {string} */
                            status: "pending" | "delivered" | "failed";
                            createdAt: components["schemas"]["Instant"];
                            /** @description When it is tried next. */
                            due: components["schemas"]["Instant"] | null;
                            attempts: {
                                at: components["schemas"]["Instant"];
                                ms: number;
                                /** @description What the endpoint answered. */
                                status?: number;
                                error?: string;
                            }[];
                        }[];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    redeliver: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The subscription id. */
                subscriptionId: string;
                /** @description The delivery id. */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is under way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deliveryId: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok" | "degraded" | "unhealthy";
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getHealthEvents: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok" | "degraded" | "unhealthy";
                        reasons: string[];
                        at: components["schemas"]["Instant"];
                        lastFiveMinutes: {
                            events: number;
                            errors: number;
                            errorRate: number;
                            successRate: number;
                            eventsPerSecond: number;
                            /** @description Of the batch that an event was in. */
                            meanMs: number | null;
                            /** @description From the event’s time to its handling: the outbox, the bus and the queue. */
                            meanDelayMs: number | null;
                            maxDelayMs: number;
                        };
                        lastHour: {
                            events: number;
                            errors: number;
                            errorRate: number;
                            successRate: number;
                            eventsPerSecond: number;
                            /** @description Of the batch that an event was in. */
                            meanMs: number | null;
                            /** @description From the event’s time to its handling: the outbox, the bus and the queue. */
                            meanDelayMs: number | null;
                            maxDelayMs: number;
                        };
                        /** @description Events in the queues of all handlers, about. */
                        backlog: number;
                        deadLetters: number;
                        handlers: {
                            handler: string;
                            lastFiveMinutes: {
                                events: number;
                                errors: number;
                                errorRate: number;
                                successRate: number;
                                eventsPerSecond: number;
                                /** @description Of the batch that an event was in. */
                                meanMs: number | null;
                                /** @description From the event’s time to its handling: the outbox, the bus and the queue. */
                                meanDelayMs: number | null;
                                maxDelayMs: number;
                            };
                            lastHour: {
                                events: number;
                                errors: number;
                                errorRate: number;
                                successRate: number;
                                eventsPerSecond: number;
                                /** @description Of the batch that an event was in. */
                                meanMs: number | null;
                                /** @description From the event’s time to its handling: the outbox, the bus and the queue. */
                                meanDelayMs: number | null;
                                maxDelayMs: number;
                            };
                            queues: {
                                events: {
                                    waiting: number;
                                    inFlight: number;
                                };
                                deadLetters: {
                                    waiting: number;
                                    inFlight: number;
                                };
                                undelivered: {
                                    waiting: number;
                                    inFlight: number;
                                };
                            } | null;
                        }[];
                        types: {
                            type: string;
                            /** @description Deliveries for the first time, of all handlers that take the type, in the last hour. */
                            total: number;
                            processed: number;
                            parked: number;
                            deadLettered: number;
                            pending: number;
                            meanMs: number | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRates: {
        parameters: {
            query?: {
                /** @description Only with this minutes. */
                minutes?: string;
            };
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        at: components["schemas"]["Instant"];
                        /** @description A minute in UTC: 2026-11-20T19:30. */
                        from: string;
                        handlers: {
                            handler: string;
                            /** @description In order; a minute without deliveries is left out. */
                            minutes: {
                                /** @description A minute in UTC: 2026-11-20T19:30. */
                                minute: string;
                                arrived: number;
                                /** @description Succeeded or skipped. */
                                processed: number;
                                parked: number;
                                failed: number;
                                deadLettered: number;
                                meanMs: number | null;
                                meanDelayMs: number | null;
                                maxDelayMs: number;
                            }[];
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDeadLetters: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: string;
                /** @description Where an earlier answer ended; nothing else may be asked besides. */
                cursor?: string;
                /** @description Only with this handler. */
                handler?: string;
            };
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            handler: string;
                            /**
                             * @description After the handler’s last attempt, never delivered to it, not published, or a part of the stream that was given up.
                             * @enum {string}
                             */
                            queue: "dead-letters" | "undelivered" | "quarantine" | "abandoned";
                            messageId: string;
                            /** @description When it was first sent to the handler. */
                            sentAt: components["schemas"]["Instant"];
                            /** @description How often anybody received it: the handler, and each operator who looked. */
                            received: number;
                            /** @description Why the bus could not deliver it. */
                            refusal: {
                                code: string;
                                message: string;
                            } | null;
                            /**
                             * @description An event; a webhook to be delivered; a step of a rebuild; a run that was due; a commit that was not published; records of the stream.
                             * @enum {string}
                             */
                            kind: "event" | "delivery" | "rebuild" | "schedule" | "commit" | "records" | "unreadable";
                            /** @description What it is about, when it is no event. */
                            subject: string | null;
                            /** @description False: it can only be discarded, once its cause is mended elsewhere. */
                            redrivable: boolean;
                            /** @description Why it is here, when it says so itself. */
                            why: string | null;
                            /** @description Null: it is none, or cannot be read. */
                            event: components["schemas"]["Event"] | null;
                            /** @description Why it cannot be read. */
                            unreadable: string | null;
                            /** @description What it says instead of an event; of one that cannot be read only if it is about a match, else null. */
                            payload: unknown;
                            /** @description What happened to it at this handler, the oldest first. */
                            history: {
                                /** @enum {string} */
                                what: "failed" | "dead-lettered" | "redriven" | "discarded";
                                at: components["schemas"]["Instant"];
                                attempt?: number;
                                /** @description The kind of error. */
                                error?: string;
                                /** @description The error’s message, or why somebody discarded it. */
                                reason?: string;
                                /** @description The operator. */
                                by?: string;
                            }[];
                        }[];
                        /** @description The cursor of the next page; null: this is the last one. */
                        next: string | null;
                        /** @description Queues that are not empty, with all that is in them, about: other tenants’ too. `seen` of them were looked at. What is about a pick that is open is not among the items. */
                        queues: {
                            handler: string;
                            /** @enum {string} */
                            queue: "dead-letters" | "undelivered" | "quarantine" | "abandoned";
                            waiting: number;
                            inFlight: number;
                            seen: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    redriveDeadLetters: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "letters": [
                 *         {
                 *           "handler": "text",
                 *           "queue": "dead-letters",
                 *           "messageId": "text"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    letters: {
                        handler: string;
                        /** @enum {string} */
                        queue: "dead-letters" | "undelivered" | "quarantine" | "abandoned";
                        messageId: string;
                    }[];
                } | {
                    /** @constant */
                    all: true;
                    handler?: string;
                };
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: {
                            handler: string;
                            /** @enum {string} */
                            queue: "dead-letters" | "undelivered" | "quarantine" | "abandoned";
                            messageId: string;
                        }[];
                        /** @description Not found: somebody was faster, is looking at them at the moment, or there are none such. */
                        missing: {
                            handler: string;
                            /** @enum {string} */
                            queue: "dead-letters" | "undelivered" | "quarantine" | "abandoned";
                            messageId: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    discardDeadLetters: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "letters": [
                 *         {
                 *           "handler": "text",
                 *           "queue": "dead-letters",
                 *           "messageId": "text"
                 *         }
                 *       ],
                 *       "reason": "waterlogged pitch"
                 *     }
                 */
                "application/json": {
                    letters: {
                        handler: string;
                        /** @enum {string} */
                        queue: "dead-letters" | "undelivered" | "quarantine" | "abandoned";
                        messageId: string;
                    }[];
                    reason: components["schemas"]["Text"];
                };
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: {
                            handler: string;
                            /** @enum {string} */
                            queue: "dead-letters" | "undelivered" | "quarantine" | "abandoned";
                            messageId: string;
                        }[];
                        /** @description Not found: somebody was faster, is looking at them at the moment, or there are none such. */
                        missing: {
                            handler: string;
                            /** @enum {string} */
                            queue: "dead-letters" | "undelivered" | "quarantine" | "abandoned";
                            messageId: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listProjections: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        projections: {
                            name: string;
                            handler: string;
                            generations: {
                                /** @description The one that is read. */
                                active: number;
                                /** @description Those that follow the events: it can be switched to them. */
                                written: number[];
                                newest: number;
                            };
                            /** @description The last one. */
                            rebuild: {
                                /** @enum {string} */
                                state: "waiting" | "replaying" | "done" | "failed" | "cancelled";
                                generation: number;
                                /** @description Read so far. */
                                commits: number;
                                /** @description Applied so far. */
                                events: number;
                                /** @description Commits that the ledger had when it began, counted by DynamoDB some hours before. */
                                total: number;
                                /** @description Who began it; null: it is not for this operator to know. */
                                by: string | null;
                                startedAt: components["schemas"]["Instant"];
                                changedAt: components["schemas"]["Instant"];
                                /** @description Why it failed. */
                                reason: string | null;
                            } | null;
                            /** @description Of all tenants, about; null: the queues do not answer. */
                            queues: {
                                events: {
                                    waiting: number;
                                    inFlight: number;
                                };
                                deadLetters: {
                                    waiting: number;
                                    inFlight: number;
                                };
                                undelivered: {
                                    waiting: number;
                                    inFlight: number;
                                };
                            } | null;
                            /** @description The oldest event of the last hour, of this tenant, that it does not know of yet; null: there is none. */
                            oldestUnhandled: {
                                eventId: string;
                                occurredAt: components["schemas"]["Instant"];
                                ageMs: number;
                            } | null;
                        }[];
                        /** @description Whether this operator may rebuild and switch: a read model is of all tenants. */
                        mayRebuild: boolean;
                        index: {
                            position: number;
                            indexedUntil: components["schemas"]["Instant"] | null;
                        };
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    rebuildProjection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The projection. */
                projection: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is under way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "waiting" | "replaying" | "done" | "failed" | "cancelled";
                        generation: number;
                        /** @description Read so far. */
                        commits: number;
                        /** @description Applied so far. */
                        events: number;
                        /** @description Commits that the ledger had when it began, counted by DynamoDB some hours before. */
                        total: number;
                        /** @description Who began it; null: it is not for this operator to know. */
                        by: string | null;
                        startedAt: components["schemas"]["Instant"];
                        changedAt: components["schemas"]["Instant"];
                        /** @description Why it failed. */
                        reason: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelRebuild: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The projection. */
                projection: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "waiting" | "replaying" | "done" | "failed" | "cancelled";
                        generation: number;
                        /** @description Read so far. */
                        commits: number;
                        /** @description Applied so far. */
                        events: number;
                        /** @description Commits that the ledger had when it began, counted by DynamoDB some hours before. */
                        total: number;
                        /** @description Who began it; null: it is not for this operator to know. */
                        by: string | null;
                        startedAt: components["schemas"]["Instant"];
                        changedAt: components["schemas"]["Instant"];
                        /** @description Why it failed. */
                        reason: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    switchProjection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The projection. */
                projection: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "generation": 0
                 *     }
                 */
                "application/json": {
                    generation: number;
                };
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The one that is read. */
                        active: number;
                        /** @description Those that follow the events: it can be switched to them. */
                        written: number[];
                        newest: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    dropGenerations: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a command that is sent again the same command, for 24 hours: the answer is that of the first time. With another request under the same key: 422.
                 * @example 6f1c2a9e-0c1f-4f7e-9a55-1f6b2c3d4e5f
                 */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description The projection. */
                projection: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The one that is read. */
                        active: number;
                        /** @description Those that follow the events: it can be switched to them. */
                        written: number[];
                        newest: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openapi: string;
                        info: {
                            [key: string]: unknown;
                        };
                        paths: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getDocs: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The trace that the request belongs to (W3C Trace Context); its events bear it.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
}
