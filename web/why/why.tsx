import { useParams } from 'wouter';
import { Explanation } from './explanation.tsx';
import { History } from './history.tsx';
import './why.css';

/** One's points, and how each came about. */
const Why = () => {
  const { predictionId } = useParams<{ readonly predictionId?: string }>();
  return predictionId ? <Explanation key={predictionId} predictionId={predictionId} /> : <History />;
};

export default Why;
