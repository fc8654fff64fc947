package io.hilum.usage.reconciliation.statement;

import java.util.List;

import io.hilum.usage.reconciliation.StatementFormat;

/**
 * All kinds of files, for who reads them without the service.
 */
public final class Statements {

	private Statements() {
	}

	/**
	 * All formats.
	 * @return the formats
	 */
	public static List<StatementFormat> all() {
		return List.of(new OpenAiUsage(), new OpenAiCosts(), new AnthropicUsage(), new AzureCosts(),
				new AwsCostAndUsage(), new GoogleBilling());
	}

}
