package io.hilum.routing.compatibility;

import io.hilum.routing.compatibility.Compatibility.Outcome;

/**
 * What an answer has in it, and by what it is recognised in the client's dialect.
 */
enum Answered {

	TEXT("text") {
		@Override
		boolean shows(Outcome outcome, Vendor vendor) {
			return outcome.text().contains((vendor == Vendor.SANDBOX) ? "hello" : "It is 37.2 degrees.");
		}
	},

	TOOL_CALL("tool calls") {
		@Override
		boolean shows(Outcome outcome, Vendor vendor) {
			return outcome.text().contains("\"chart\"") && outcome.text().contains("call_a")
					&& outcome.text().replace("\\", "").contains("{\"ward\":7}");
		}
	},

	REASONING("reasoning") {
		@Override
		boolean shows(Outcome outcome, Vendor vendor) {
			return outcome.text().contains("Let me see.");
		}
	},

	USAGE("usage") {
		@Override
		boolean shows(Outcome outcome, Vendor vendor) {
			return (vendor == Vendor.SANDBOX) ? outcome.input() > 0 : outcome.input() == 90 && outcome.output() == 30;
		}
	},

	CACHED("tokens from a cache") {
		@Override
		boolean shows(Outcome outcome, Vendor vendor) {
			return outcome.cached() == 64;
		}
	};

	private final String title;

	Answered(String title) {
		this.title = title;
	}

	String title() {
		return this.title;
	}

	abstract boolean shows(Outcome outcome, Vendor vendor);

	/**
	 * Whether there can be such a thing at all.
	 */
	boolean exists(Surface surface, Vendor vendor) {
		if (this == TEXT || this == USAGE) {
			return true;
		}
		boolean dialectHasIt = surface != Surface.COMPLETIONS || this == CACHED;
		return vendor != Vendor.SANDBOX && dialectHasIt;
	}

}
