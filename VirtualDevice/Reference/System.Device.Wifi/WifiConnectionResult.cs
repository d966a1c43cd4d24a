namespace System.Device.Wifi
{
    /// <summary>What became of an attempt to join a network.</summary>
    public class WifiConnectionResult
    {
        private readonly WifiConnectionStatus _status;

        internal WifiConnectionResult(WifiConnectionStatus status)
        {
            _status = status;
        }

        public WifiConnectionStatus ConnectionStatus => _status;
    }
}
