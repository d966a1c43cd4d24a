namespace System.Net
{
    /// <summary>User name and password.</summary>
    public class NetworkCredential
    {
        /// <summary>Makes empty credentials.</summary>
        public NetworkCredential()
        {
        }

        /// <summary>Makes credentials for Basic authentication.</summary>
        public NetworkCredential(string userName, string password)
            : this(userName, password, AuthenticationType.Basic)
        {
        }

        /// <summary>Makes credentials.</summary>
        public NetworkCredential(string userName, string password, AuthenticationType authenticationType)
        {
            UserName = userName;
            Password = password;
            AuthenticationType = authenticationType;
        }

        /// <summary>User name.</summary>
        public string UserName { get; set; }

        /// <summary>Password.</summary>
        public string Password { get; set; }

        /// <summary>How they are presented.</summary>
        public AuthenticationType AuthenticationType { get; set; }
    }
}
