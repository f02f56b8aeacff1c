const path = (screen: string, id: string): string => `/console/${screen}/${encodeURIComponent(id)}`;

/** Where an event is shown. */
export const eventPath = (eventId: string): string => path('event', eventId);

/** Where the story of a command is shown. */
export const storyPath = (correlationId: string): string => path('story', correlationId);

/** An id as it was before it became a part of an address: the router leaves some characters encoded. */
export const idIn = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** Whether a cause is an event, and no command: `match-a:1`. */
export const isEventId = (causationId: string): boolean => /^[a-z\d.-]+:\d+$/.test(causationId);
