import { Page } from '../../ui/page.tsx';

/** To be written. */
const MapPage = () => <Page title="Map">…</Page>;

export default MapPage;
