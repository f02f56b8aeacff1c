const Player = () => null;
export default Player;
