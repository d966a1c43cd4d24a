namespace System.Net.NetworkInformation
{
    /// <summary>Tells which station has joined or left the device's access point.</summary>
    public class NetworkAPStationEventArgs : EventArgs
    {
        private readonly bool _isConnected;
        private readonly int _stationIndex;

        internal NetworkAPStationEventArgs(bool isConnected, int stationIndex)
        {
            _isConnected = isConnected;
            _stationIndex = stationIndex;
        }

        public bool IsConnected => _isConnected;

        public int StationIndex => _stationIndex;
    }
}
