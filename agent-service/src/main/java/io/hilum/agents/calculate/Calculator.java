package io.hilum.agents.calculate;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A published formula. Pure.
 *
 * @param name how it is called
 * @param unit the unit of its result
 * @param source where it is published
 * @param inputs what it needs
 * @param decimals how many decimals of its result mean something
 * @param formula the formula
 */
record Calculator(String name, String unit, String source, List<Input> inputs, int decimals,
		ToDoubleFunction<Values> formula) {

	/**
	 * A number that a formula needs. What is true or false is 1 or 0; sex is 1 for
	 * female.
	 *
	 * @param name its name with its unit
	 * @param least the least that makes sense
	 * @param most the most that makes sense
	 */
	record Input(String name, double least, double most) {

		static Input of(String name, double least, double most) {
			return new Input(name, least, most);
		}

		static Input flag(String name) {
			return new Input(name, 0, 1);
		}

		boolean isFlag() {
			return this.least == 0 && this.most == 1;
		}

	}

	/**
	 * The numbers of one calculation.
	 *
	 * @param values by name
	 */
	record Values(Map<String, Double> values) {

		double of(String name) {
			return this.values.getOrDefault(name, Double.NaN);
		}

		boolean is(String name) {
			return of(name) == 1;
		}

	}

}
