namespace SecureEsp.DeviceApp.Tls
{
    /// <summary>The words in which client and server of mbedTLS's demonstrations differ.</summary>
    public sealed class RoleWords
    {
        private RoleWords(string success, string failure, string reasons, string noReason)
        {
            Success = success;
            Failure = failure;
            Reasons = reasons;
            NoReason = noReason;
        }

        /// <summary>Those of the client.</summary>
        public static RoleWords Client
        {
            get { return new RoleWords("Handshake successful!", "Handshake failed", "Certificate verification errors", "No verification errors"); }
        }

        /// <summary>Those of the server.</summary>
        public static RoleWords Server
        {
            get
            {
                return new RoleWords("SSL handshake successful", "SSL handshake failed", "Certificate verification result", "No certificate verification errors");
            }
        }

        /// <summary>Both sides accept each other.</summary>
        public string Success { get; }

        /// <summary>They do not.</summary>
        public string Failure { get; }

        /// <summary>Before the reasons.</summary>
        public string Reasons { get; }

        /// <summary>Where there are none.</summary>
        public string NoReason { get; }
    }
}
