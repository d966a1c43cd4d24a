namespace System.Net.Sockets
{
    public partial class Socket
    {
        public void SetSocketOption(SocketOptionLevel optionLevel, SocketOptionName optionName, int optionValue)
        {
            ThrowIfClosed();
            if (optionName == SocketOptionName.SendTimeout)
            {
                m_sendTimeout = optionValue;
            }
            else if (optionName == SocketOptionName.ReceiveTimeout)
            {
                m_recvTimeout = optionValue;
            }

            byte[] value = { (byte)optionValue, (byte)(optionValue >> 8), (byte)(optionValue >> 16), (byte)(optionValue >> 24) };
            NativeSocket.setsockopt(this, (int)optionLevel, (int)optionName, value);
        }

        public void SetSocketOption(SocketOptionLevel optionLevel, SocketOptionName optionName, bool optionValue) =>
            SetSocketOption(optionLevel, optionName, optionValue ? 1 : 0);

        public void SetSocketOption(SocketOptionLevel optionLevel, SocketOptionName optionName, byte[] optionValue)
        {
            ThrowIfClosed();
            NativeSocket.setsockopt(this, (int)optionLevel, (int)optionName, optionValue);
        }

        /// <returns>bool for AcceptConnection, Broadcast, KeepAlive, ExclusiveAddressUse and DontLinger; else int.</returns>
        public object GetSocketOption(SocketOptionLevel optionLevel, SocketOptionName optionName)
        {
            if (optionName == SocketOptionName.AddMembership || optionName == SocketOptionName.DropMembership)
            {
                throw new NotSupportedException();
            }

            if (optionLevel == SocketOptionLevel.Socket && optionName == SocketOptionName.Type)
            {
                return _socketType;
            }

            byte[] value = new byte[4];
            GetSocketOption(optionLevel, optionName, value);
            if (optionName == SocketOptionName.ExclusiveAddressUse || optionName == SocketOptionName.DontLinger)
            {
                return value[0] == 0;
            }

            if (optionName == SocketOptionName.AcceptConnection
                || optionName == SocketOptionName.Broadcast
                || optionName == SocketOptionName.KeepAlive)
            {
                return value[0] == 1;
            }

            return value[0] | (value[1] << 8) | (value[2] << 16) | (value[3] << 24);
        }

        public void GetSocketOption(SocketOptionLevel optionLevel, SocketOptionName optionName, byte[] val)
        {
            ThrowIfClosed();
            NativeSocket.getsockopt(this, (int)optionLevel, (int)optionName, val);
        }
    }
}
