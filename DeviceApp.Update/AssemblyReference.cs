namespace SecureEsp.DeviceApp.Update
{
    /// <summary>An assembly by its name and the two parts of its version by which references bind.</summary>
    public sealed class AssemblyReference
    {
        /// <summary>Such a reference.</summary>
        public AssemblyReference(string name, int major, int minor)
        {
            Name = name;
            Major = major;
            Minor = minor;
        }

        /// <summary>Simple name.</summary>
        public string Name { get; }

        /// <summary>Major part of the version.</summary>
        public int Major { get; }

        /// <summary>Minor part of the version.</summary>
        public int Minor { get; }

        /// <summary>Whether an assembly of this version is meant, whatever its name.</summary>
        public bool IsVersion(int major, int minor)
        {
            return Major == major && Minor == minor;
        }

        /// <inheritdoc/>
        public override string ToString()
        {
            return Name + " " + Major.ToString() + "." + Minor.ToString();
        }
    }
}
