using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>A device that takes the good bundle, and heads of bundles.</summary>
    public sealed class TestDevice
    {
        public readonly TestScheme Scheme = new TestScheme();
        public readonly DeviceFacts Facts;

        public TestDevice()
        {
            Facts = new DeviceFacts
            {
                Product = "blink",
                Target = "ESP32_S3",
                Keys = Scheme.Set(1, 1, 1),
                Running = new SemanticVersion(1, 1, 0),
                Floor = new SemanticVersion(1, 0, 0),
                Sequence = 11,
                ClockIsSet = true,
                Now = 1800000000,
                PayloadKeys = new TestPayloadKeys(),
                Host = new[] { new AssemblyReference("mscorlib", 1, 17), new AssemblyReference("System.Threading", 1, 1) },
                SlotBytes = 100000,
                MemoryBytes = 50000
            };
        }

        /// <summary>An envelope of these lengths.</summary>
        public static byte[] Envelope(uint chain, uint manifest, uint signatures)
        {
            var bytes = TestBytes.Join(TestBytes.Hex("53 45 42 55 4E 44 4C 31"), new byte[16]);
            TestBytes.Put32(bytes, 8, chain);
            TestBytes.Put32(bytes, 12, manifest);
            TestBytes.Put32(bytes, 16, signatures);
            TestBytes.Put32(bytes, 20, Crc32.Of(bytes, 20));
            return bytes;
        }

        /// <summary>A head of these parts.</summary>
        public static byte[] Head(byte[] chain, byte[] manifest, byte[] signatures)
        {
            var envelope = Envelope((uint)chain.Length, (uint)manifest.Length, (uint)signatures.Length);
            return TestBytes.Join(TestBytes.Join(envelope, chain), TestBytes.Join(manifest, signatures));
        }

        /// <summary>A head without a key chain, signed by these keys.</summary>
        public byte[] Head(Manifest manifest, params int[] keys)
        {
            return Head(new byte[0], manifest, keys);
        }

        public byte[] Head(byte[] chain, Manifest manifest, params int[] keys)
        {
            var bytes = TestManifest.Encode(manifest);
            return Head(chain, bytes, Scheme.SignatureList(bytes, keys));
        }

        public UpdateDecision Judge(byte[] head)
        {
            return UpdatePolicy.Judge(head, head.Length, Facts, Scheme);
        }

        public UpdateDecision JudgeInstalled(byte[] head)
        {
            return UpdatePolicy.JudgeInstalled(head, head.Length, Facts, Scheme);
        }
    }
}
