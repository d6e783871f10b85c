// SamplePress
