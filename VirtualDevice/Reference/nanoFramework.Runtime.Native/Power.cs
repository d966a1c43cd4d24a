using System;
using System.Runtime.CompilerServices;

namespace nanoFramework.Runtime.Native
{
    /// <summary>Reboots the device.</summary>
    public class Power
    {
        /// <summary>Called before a reboot, on the thread that asked for it. What handlers throw is lost, and ends the calling of the others.</summary>
        public static event RebootEventHandler OnRebootEvent;

        /// <summary>Reboots once all handlers have returned: one that does not return keeps the device up.</summary>
        public static void RebootDevice(RebootOption rebootOption = RebootOption.NormalReboot)
        {
            RebootDevice(-1, rebootOption);
        }

        /// <summary>Reboots once all handlers have returned or their time is over.</summary>
        /// <param name="exeConstraintTimeout">Milliseconds for all handlers together; -1 = for ever.</param>
        /// <param name="rebootOption">What starts then.</param>
        public static void RebootDevice(int exeConstraintTimeout, RebootOption rebootOption = RebootOption.NormalReboot)
        {
            try
            {
                ExecutionConstraint.Install(exeConstraintTimeout, 4);
                OnRebootEvent?.Invoke();
            }
            catch (Exception)
            {
                // A handler must not be able to prevent the reboot.
            }
            finally
            {
                NativeReboot(rebootOption);
            }
        }

        [MethodImpl(MethodImplOptions.InternalCall)]
        internal static extern void NativeReboot(RebootOption rebootOption);
    }
}
