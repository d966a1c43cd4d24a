using System.Reflection;

[assembly: AssemblyTitle("Signed updates of the SecureEsp firmware: format and policy")]
[assembly: AssemblyProduct("SecureEsp")]
[assembly: AssemblyCopyright("SecureEsp contributors, MIT licence")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]
