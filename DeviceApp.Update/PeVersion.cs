namespace SecureEsp.DeviceApp.Update
{
    /// <summary>The version of an assembly: four numbers of 16 bits. References bind by the first two alone.</summary>
    public sealed class PeVersion
    {
        /// <summary>A version of these parts.</summary>
        public PeVersion(int major, int minor, int build, int revision)
        {
            Major = major;
            Minor = minor;
            Build = build;
            Revision = revision;
        }

        /// <summary>The first part.</summary>
        public int Major { get; }

        /// <summary>The second part.</summary>
        public int Minor { get; }

        /// <summary>The third part.</summary>
        public int Build { get; }

        /// <summary>The fourth part.</summary>
        public int Revision { get; }

        /// <summary>Whether all four are the same.</summary>
        public bool Is(PeVersion other)
        {
            return Major == other.Major && Minor == other.Minor && Build == other.Build && Revision == other.Revision;
        }

        /// <inheritdoc/>
        public override string ToString()
        {
            return Major.ToString() + "." + Minor.ToString() + "." + Build.ToString() + "." + Revision.ToString();
        }
    }
}
