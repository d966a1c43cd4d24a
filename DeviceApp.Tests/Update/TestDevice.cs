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
                PayloadKeys = new[] { "fleet" },
                Host = new[] { new AssemblyReference("mscorlib", 1, 17), new AssemblyReference("System.Threading", 1, 1) },
                SlotBytes = 100000,
                MemoryBytes = 50000
            };
        }

        /// <summary>A head of these parts.</summary>
        public static byte[] Head(byte[] chain, byte[] manifest, byte[] signatures)
        {
            var envelope = EnvelopeTests.Bytes((uint)chain.Length, (uint)manifest.Length, (uint)signatures.Length);
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
