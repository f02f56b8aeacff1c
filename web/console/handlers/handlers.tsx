import { Page } from '../../ui/page.tsx';

/** To be written. */
const Handlers = () => <Page title="Handlers">…</Page>;

export default Handlers;
