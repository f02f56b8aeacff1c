import { Page } from '../../ui/page.tsx';

/** To be written. */
const Events = () => <Page title="Events">…</Page>;

export default Events;
