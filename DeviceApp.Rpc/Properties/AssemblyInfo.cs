using System.Reflection;

[assembly: AssemblyTitle("Remote procedure calls of the SecureEsp firmware: frames and methods")]
[assembly: AssemblyProduct("SecureEsp")]
[assembly: AssemblyCopyright("SecureEsp contributors, MIT licence")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]
