using System.Collections;
using System.Net.Sockets;

namespace System.Net
{
    /// <summary>
    /// Connections that are kept alive. One is used again for the same host and port, whatever CA or TLS version the new request
    /// names: the handshake lies behind it.
    /// </summary>
    internal static class HttpConnectionPool
    {
        private static readonly ArrayList s_connections = new ArrayList();

        internal static HttpConnection Take(string authority)
        {
            lock (s_connections)
            {
                for (int i = s_connections.Count - 1; i >= 0; i--)
                {
                    HttpConnection connection = (HttpConnection)s_connections[i];
                    if (connection.Authority != authority || connection.InUse)
                    {
                        continue;
                    }

                    if (IsWritable(connection.Socket))
                    {
                        connection.InUse = true;
                        return connection;
                    }

                    s_connections.RemoveAt(i);
                    connection.Close();
                }
            }

            return null;
        }

        internal static void Keep(HttpConnection connection)
        {
            lock (s_connections)
            {
                s_connections.Add(connection);
            }
        }

        internal static void Drop(HttpConnection connection)
        {
            lock (s_connections)
            {
                s_connections.Remove(connection);
            }

            connection.Close();
        }

        private static bool IsWritable(Socket socket)
        {
            try
            {
                return socket.Poll(0, SelectMode.SelectWrite);
            }
            catch (Exception)
            {
                // A closed socket cannot be polled: the connection is dropped.
                return false;
            }
        }
    }
}
