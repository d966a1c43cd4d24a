using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>Inputs that get past the first check: right ones with something wrong in them.</summary>
    public static class FuzzInputs
    {
        /// <summary>Random bytes one time in eight, else a changed copy.</summary>
        public static byte[] Bytes(TestRandom random, byte[] good)
        {
            return random.Next(8) == 0 ? random.Bytes(random.Next(2 * good.Length)) : random.Mutate(good);
        }

        /// <summary>A well-formed manifest with values at and beyond their limits.</summary>
        public static Manifest Manifest(TestRandom random, TestScheme scheme)
        {
            var manifest = TestManifest.Good(scheme, 1);
            for (var changes = random.Next(4); changes > 0; changes--)
            {
                Change(random, manifest);
            }

            return manifest;
        }

        private static void Change(TestRandom random, Manifest manifest)
        {
            var image = manifest.Images[random.Next(manifest.Images.Length)];
            switch (random.Next(16))
            {
                case 0: manifest.Product = Text(random, 34); break;
                case 1: manifest.Target = Text(random, 34); break;
                case 2: manifest.Sequence = (uint)random.Next(int.MaxValue) * 2; break;
                case 3: manifest.Version = new SemanticVersion(random.Next(3), random.Next(70000), random.Next(3)); break;
                case 4: manifest.Floor = new SemanticVersion(random.Next(3), random.Next(3), random.Next(70000)); break;
                case 5: manifest.Expires = (long)random.Next(int.MaxValue) << random.Next(8); break;
                case 6: image.Name = Text(random, 66); break;
                case 7: image.Size = random.Next(20000); break;
                case 8: image.PeFormat = random.Next(4); break;
                case 9: image.References = new[] { new AssemblyReference(Text(random, 66), random.Next(3), random.Next(20)) }; break;
                case 10: image.Version = new PeVersion(random.Next(3), random.Next(3), 0, random.Next(70000)); break;
                case 11: manifest.Payload = new PayloadLayout(random.Next(600000)); break;
                case 12: manifest.PageDigests = new byte[random.Next(3)][]; Fill(manifest.PageDigests, 31 + random.Next(3)); break;
                case 13: manifest.Encryption = TestManifest.Encryption(random.Next(2) == 0 ? "fleet" : Text(random, 34)); break;
                case 14: manifest.Signers = new byte[random.Next(4)][]; Fill(manifest.Signers, 8); break;
                default: manifest.EntryType = Text(random, 130); break;
            }
        }

        private static string Text(TestRandom random, int most)
        {
            var length = random.Next(most);
            var text = "";
            for (var i = 0; i < length; i++)
            {
                text += (char)(random.Next(40) == 0 ? 1 + random.Next(0x900) : 'a' + random.Next(26));
            }

            return text;
        }

        private static void Fill(byte[][] parts, int length)
        {
            for (var i = 0; i < parts.Length; i++)
            {
                parts[i] = TestBytes.Of(length, i);
            }
        }
    }
}
