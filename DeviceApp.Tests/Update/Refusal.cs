using System;
using SecureEsp.DeviceApp.Update;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>How the update code refuses.</summary>
    public static class Refusal
    {
        /// <summary>The reason of a refusal; <see cref="UpdateReason.Accepted"/> where there was none.</summary>
        public static int Of(Action ask)
        {
            try
            {
                ask();
                return UpdateReason.Accepted;
            }
            catch (UpdateException e)
            {
                return e.Reason;
            }
        }
    }
}
