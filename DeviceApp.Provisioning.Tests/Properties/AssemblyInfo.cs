using System.Reflection;

[assembly: AssemblyTitle("Unit tests of the SecureEsp firmware: access point and provisioning")]
[assembly: AssemblyProduct("SecureEsp")]
[assembly: AssemblyCopyright("SecureEsp contributors, MIT licence")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]
