namespace SecureEsp.DeviceApp.Tls
{
    /// <summary>Why a connection failed, in words that a person can act on.</summary>
    public sealed class Failure
    {
        /// <summary>Takes the words as they are.</summary>
        public Failure(string name, string meaning, string remedy)
        {
            Name = name;
            Meaning = meaning;
            Remedy = remedy;
        }

        /// <summary>The error's name and number, such as <c>BADCERT_EXPIRED (0x1)</c>.</summary>
        public string Name { get; }

        /// <summary>What happened, one sentence without a full stop.</summary>
        public string Meaning { get; }

        /// <summary>What likely helps, one sentence without a full stop; empty where nothing is known to.</summary>
        public string Remedy { get; }

        /// <summary>All of it on one line.</summary>
        public override string ToString()
        {
            var line = Meaning + " [" + Name + "]";
            return Remedy.Length == 0 ? line : line + ". " + Remedy;
        }
    }
}
