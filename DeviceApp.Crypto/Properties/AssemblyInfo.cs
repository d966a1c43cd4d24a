using System.Reflection;
using System.Runtime.CompilerServices;

[assembly: AssemblyTitle("Cryptography of the SecureEsp firmware")]
[assembly: AssemblyProduct("SecureEsp")]
[assembly: AssemblyCopyright("SecureEsp contributors, MIT licence")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]

// The plain verification in the tests counts modulo the same numbers.
[assembly: InternalsVisibleTo("NFUnitTest")]
