/** Where an event is shown. */
export const eventPath = (eventId: string): string => `/console/event/${encodeURIComponent(eventId)}`;

/** Where the story of a command is shown. */
export const storyPath = (correlationId: string): string => `/console/story/${encodeURIComponent(correlationId)}`;

/** Whether a cause is an event, and no command: `match-a:1`. */
export const isEventId = (causationId: string): boolean => /^[a-z\d.-]+:\d+$/.test(causationId);
