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

            // Filled as the images are gone through, so that each may refer to those before it only.
            var before = new AssemblyReference[images.Length];
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

                var reason = References(images[i], facts.Host, before, out detail);
                if (reason != UpdateReason.Accepted)
                {
                    return reason;
                }

                before[i] = new AssemblyReference(images[i].Name, images[i].Version.Major, images[i].Version.Minor);
            }

            var assemblies = facts.Host.Length + images.Length;
            detail = assemblies > MaxAssemblies ? assemblies.ToString() + " of " + MaxAssemblies.ToString() : null;
            return assemblies > MaxAssemblies ? UpdateReason.TooManyAssemblies : UpdateReason.Accepted;
        }

        private static int References(ManifestImage image, AssemblyReference[] host, AssemblyReference[] before, out string detail)
        {
            var references = image.References;
            for (var i = 0; i < references.Length; i++)
            {
                var wanted = references[i];
                var found = Find(host, wanted.Name) ?? Find(before, wanted.Name);
                if (found == null)
                {
                    detail = image.Name + " needs " + wanted.ToString();
                    return UpdateReason.ReferenceMissing;
                }

                if (!wanted.IsVersion(found.Major, found.Minor))
                {
                    detail = image.Name + " needs " + wanted.ToString() + ", there is " + found.ToString();
                    return UpdateReason.ReferenceVersion;
                }
            }

            detail = null;
            return UpdateReason.Accepted;
        }

        private static AssemblyReference Find(AssemblyReference[] known, string name)
        {
            for (var i = 0; i < known.Length; i++)
            {
                if (known[i] != null && known[i].Name == name)
                {
                    return known[i];
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
