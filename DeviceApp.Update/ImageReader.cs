namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Reads what a manifest says of one image.</summary>
    public static class ImageReader
    {
        /// <summary>Longest name of an assembly, in bytes.</summary>
        public const int MaxName = 64;

        /// <summary>Most assemblies that one refers to.</summary>
        public const int MaxReferences = 32;

        private const int MaxPart = 65535;

        /// <summary>Reads an image; what it gives after the reader's first error means nothing.</summary>
        public static ManifestImage Read(CborReader reader)
        {
            var image = new ManifestImage();
            reader.Map(6, 6);
            reader.Key(1);
            image.Name = reader.Text(MaxName);
            reader.Key(2);
            image.Version = Version(reader);
            reader.Key(3);
            image.Size = (int)reader.Number(PeHeader.Bytes, PayloadLayout.MaxBytes);
            reader.Key(4);
            image.PeFormat = (int)reader.Number(1, int.MaxValue);
            reader.Key(5);
            image.References = References(reader);
            reader.Key(6);
            image.Sha256 = reader.Copy(PayloadLayout.DigestBytes);
            return image;
        }

        private static PeVersion Version(CborReader reader)
        {
            reader.Array(4, 4);
            var major = (int)reader.Number(0, MaxPart);
            var minor = (int)reader.Number(0, MaxPart);
            var build = (int)reader.Number(0, MaxPart);
            return new PeVersion(major, minor, build, (int)reader.Number(0, MaxPart));
        }

        private static AssemblyReference[] References(CborReader reader)
        {
            var references = new AssemblyReference[reader.Array(0, MaxReferences)];
            for (var i = 0; i < references.Length && reader.Error == CborError.None; i++)
            {
                reader.Array(3, 3);
                var name = reader.Text(MaxName);
                var major = (int)reader.Number(0, MaxPart);
                references[i] = new AssemblyReference(name, major, (int)reader.Number(0, MaxPart));
            }

            return references;
        }
    }
}
