package org.duban.architecture.bad.process;

/** Stands in the engine's module, on which nobody may depend. */
public class Model {}
