import { Page } from '../../ui/page.tsx';

/** To be written. */
const Map = () => <Page title="Map">…</Page>;

export default Map;
