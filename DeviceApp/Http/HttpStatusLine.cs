namespace SecureEsp.DeviceApp.Http
{
    /// <summary>Reads <c>HTTP/1.1 200 OK</c> (RFC 9112 section 4).</summary>
    public static class HttpStatusLine
    {
        /// <summary>The status, 100 to 599; or -1 where the line is none.</summary>
        /// <param name="line">The line.</param>
        /// <param name="minor">The minor version, 0 or 1.</param>
        public static int Parse(string line, out int minor)
        {
            minor = 0;
            if (line.Length < 12 || line[0] != 'H' || line[1] != 'T' || line[2] != 'T' || line[3] != 'P' || line[4] != '/'
                || line[5] != '1' || line[6] != '.' || (line[7] != '0' && line[7] != '1') || line[8] != ' ')
            {
                return -1;
            }

            // Some servers leave out the space after the status where there is no reason.
            if (line.Length > 12 && line[12] != ' ')
            {
                return -1;
            }

            var status = 0;
            for (var i = 9; i < 12; i++)
            {
                if (line[i] < '0' || line[i] > '9')
                {
                    return -1;
                }

                status = (status * 10) + (line[i] - '0');
            }

            minor = line[7] - '0';
            return status >= 100 && status <= 599 ? status : -1;
        }
    }
}
