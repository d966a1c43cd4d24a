using nanoFramework.TestFramework;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>Extraneous dependencies, and images that would not link.</summary>
    [TestClass]
    public class LinkTests
    {
        private static readonly AssemblyReference s_host = new AssemblyReference("mscorlib", 1, 17);

        [TestMethod]
        public void A_reference_that_nobody_has_is_named()
        {
            Refused(UpdateReason.ReferenceMissing, "App needs nanoFramework.System.Tezt 1.3", Image("App", s_host, Reference("nanoFramework.System.Tezt", 1, 3)));
        }

        [TestMethod]
        public void A_reference_binds_by_name_and_the_first_two_parts_of_the_version()
        {
            Refused(UpdateReason.ReferenceVersion, "App needs mscorlib 1.16, there is mscorlib 1.17", Image("App", Reference("mscorlib", 1, 16)));
            Refused(UpdateReason.ReferenceVersion, "App needs mscorlib 2.17, there is mscorlib 1.17", Image("App", Reference("mscorlib", 2, 17)));
            Refused(UpdateReason.ReferenceVersion, "App needs Lib 1.1, there is Lib 1.0", Image("Lib"), Image("App", Reference("Lib", 1, 1)));
            Refused(UpdateReason.ReferenceMissing, "App needs Mscorlib 1.17", Image("App", Reference("Mscorlib", 1, 17)));
        }

        [TestMethod]
        public void Images_stand_after_those_that_they_refer_to()
        {
            Refused(UpdateReason.Accepted, null, Image("Lib"), Image("More", Reference("Lib", 1, 0)), Image("App", s_host, Reference("More", 1, 0)));
            Refused(UpdateReason.ReferenceMissing, "A needs B 1.0", Image("A", Reference("B", 1, 0)), Image("B"), Image("App", Reference("A", 1, 0), Reference("B", 1, 0)));
            Refused(UpdateReason.ReferenceMissing, "App needs App 1.0", Image("App", Reference("App", 1, 0)));
        }

        [TestMethod]
        public void Extraneous_dependencies_an_image_that_nobody_needs_is_refused()
        {
            Refused(UpdateReason.ImageUnused, "Spy", Image("Spy"), Image("App", s_host));
            Refused(UpdateReason.ImageUnused, "App", Image("App", s_host), Image("Spy"));
        }

        [TestMethod]
        public void Extraneous_dependencies_an_image_in_place_of_the_firmwares_own_is_refused()
        {
            Refused(UpdateReason.ImageOnHost, "System.Threading", Image("System.Threading"), Image("App", Reference("System.Threading", 1, 1)));
        }

        [TestMethod]
        public void The_CLR_holds_64_assemblies()
        {
            var device = new TestDevice();
            device.Facts.Host = new AssemblyReference[64];
            for (var i = 0; i < 64; i++)
            {
                device.Facts.Host[i] = Reference("H" + i.ToString(), 1, 0);
            }

            Assert.AreEqual(UpdateReason.TooManyAssemblies, Judge(device, Image("App")).Reason);
            device.Facts.Host = new AssemblyReference[] { device.Facts.Host[0] };
            Assert.IsTrue(Judge(device, Image("App")).Accepted);
        }

        private static ManifestImage Image(string name, params AssemblyReference[] references)
        {
            return TestManifest.Image(name, 200, references);
        }

        private static AssemblyReference Reference(string name, int major, int minor)
        {
            return new AssemblyReference(name, major, minor);
        }

        private static UpdateDecision Judge(TestDevice device, params ManifestImage[] images)
        {
            var manifest = TestManifest.Good(device.Scheme, 1);
            manifest.Images = images;
            manifest.Payload = new PayloadLayout(200 * images.Length);
            return device.Judge(device.Head(manifest, 1));
        }

        private static void Refused(int reason, string detail, params ManifestImage[] images)
        {
            var decision = Judge(new TestDevice(), images);
            Assert.AreEqual(reason, decision.Reason, decision.ToString());
            Assert.AreEqual(detail, decision.Detail);
        }
    }
}
