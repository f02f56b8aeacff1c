import { Page } from '../../ui/page.tsx';

/** To be written. */
const Event = () => <Page title="Event">…</Page>;

export default Event;
