package io.hilum.portal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import io.hilum.parts.PostgresPart;

/**
 * Everything that is in the schema {@code portal}, as whoever steals the database reads
 * it.
 *
 * @param rows each row of each table as text, bytes in hexadecimal
 */
record Dump(List<String> rows) {

	static Dump of(PostgresPart part) throws SQLException {
		List<String> rows = new ArrayList<>();
		try (Connection connection = connect(part); Statement statement = connection.createStatement()) {
			for (String table : column(statement,
					"select tablename from pg_tables where schemaname = 'portal' order by tablename")) {
				rows.addAll(column(statement, "select t::text from portal.\"" + table + "\" t"));
			}
		}
		return new Dump(rows);
	}

	static List<String> query(PostgresPart part, String sql) throws SQLException {
		try (Connection connection = connect(part); Statement statement = connection.createStatement()) {
			return column(statement, sql);
		}
	}

	static void change(PostgresPart part, String sql) throws SQLException {
		try (Connection connection = connect(part); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	/**
	 * Whether a word is in it, in any of the forms in which it could be.
	 */
	boolean has(String word) {
		byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
		List<String> forms = List.of(word, HexFormat.of().formatHex(bytes),
				HexFormat.of().formatHex(word.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)),
				Base64.getEncoder().withoutPadding().encodeToString(bytes));
		return this.rows.stream()
			.anyMatch((row) -> forms.stream()
				.anyMatch((form) -> row.toLowerCase(Locale.ROOT).contains(form.toLowerCase(Locale.ROOT))));
	}

	private static Connection connect(PostgresPart part) throws SQLException {
		return DriverManager.getConnection(part.jdbcUrl(), part.username(), part.password());
	}

	private static List<String> column(Statement statement, String sql) throws SQLException {
		List<String> values = new ArrayList<>();
		try (ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				values.add(String.valueOf(rows.getString(1)));
			}
		}
		return values;
	}

}
