namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// Whether images would link, as the CLR binds them: by name and the first two parts of the version, and the firmware's own assemblies
    /// before any other.
    /// </summary>
    internal static class LinkRules
    {
        /// <summary>NFMRK1, the format of nanoFramework 1.x.</summary>
        public const int PeFormat = 1;

        /// <summary>How many assemblies the CLR holds.</summary>
        public const int MaxAssemblies = 64;

        /// <summary>Judges all images.</summary>
        public static int Judge(Manifest manifest, DeviceFacts facts, out string detail)
        {
            var images = manifest.Images;
            detail = null;
            for (var i = 0; i < images.Length; i++)
            {
                detail = images[i].Name;
                if (images[i].PeFormat != PeFormat)
                {
                    return UpdateReason.OtherPeFormat;
                }

                if (Find(facts.Host, images[i].Name) != null)
                {
                    return UpdateReason.ImageOnHost;
                }

                if (i < images.Length - 1 && !IsUsed(images, i))
                {
                    return UpdateReason.ImageUnused;
                }

                var reason = References(images, i, facts.Host, out detail);
                if (reason != UpdateReason.Accepted)
                {
                    return reason;
                }
            }

            var assemblies = facts.Host.Length + images.Length;
            detail = assemblies > MaxAssemblies ? assemblies.ToString() + " of " + MaxAssemblies.ToString() : null;
            return assemblies > MaxAssemblies ? UpdateReason.TooManyAssemblies : UpdateReason.Accepted;
        }

        private static int References(ManifestImage[] images, int image, AssemblyReference[] host, out string detail)
        {
            var references = images[image].References;
            for (var i = 0; i < references.Length; i++)
            {
                var wanted = references[i];
                var found = Find(host, wanted.Name) ?? FindBefore(images, image, wanted.Name);
                if (found == null)
                {
                    detail = images[image].Name + " needs " + wanted.ToString();
                    return UpdateReason.ReferenceMissing;
                }

                if (!wanted.IsVersion(found.Major, found.Minor))
                {
                    detail = images[image].Name + " needs " + wanted.ToString() + ", there is " + found.ToString();
                    return UpdateReason.ReferenceVersion;
                }
            }

            detail = null;
            return UpdateReason.Accepted;
        }

        private static AssemblyReference Find(AssemblyReference[] host, string name)
        {
            for (var i = 0; i < host.Length; i++)
            {
                if (host[i].Name == name)
                {
                    return host[i];
                }
            }

            return null;
        }

        private static AssemblyReference FindBefore(ManifestImage[] images, int image, string name)
        {
            for (var i = 0; i < image; i++)
            {
                if (images[i].Name == name)
                {
                    return new AssemblyReference(name, images[i].Version.Major, images[i].Version.Minor);
                }
            }

            return null;
        }

        private static bool IsUsed(ManifestImage[] images, int image)
        {
            for (var i = image + 1; i < images.Length; i++)
            {
                if (Find(images[i].References, images[image].Name) != null)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
