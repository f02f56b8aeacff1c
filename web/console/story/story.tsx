import { Page } from '../../ui/page.tsx';

/** To be written. */
const Story = () => <Page title="Story">…</Page>;

export default Story;
