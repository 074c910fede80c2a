// Compiles the AssemblyScript kernels; replaced when they land.
