package io.hilum.systemtests.evidence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The ledger, the audit chain and every other table, read behind the services' backs.
 */
public final class Books {

	private final String url;

	private final String user;

	private final String password;

	public Books(String url, String user, String password) {
		this.url = url;
		this.user = user;
		this.password = password;
	}

	public List<LedgerRow> ledger() {
		return query("""
				select event_id, request_id, team, outcome, source, coalesce(provider, ''), input_tokens, output_tokens,
				cost_nano_usd, event::text from usage.ledger_entry order by time""",
				(row) -> new LedgerRow(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
						row.getString(5), row.getString(6), row.getLong(7), row.getLong(8), row.getLong(9),
						row.getString(10)));
	}

	public List<AuditRow> audit() {
		return query(
				"""
						select sequence, request_id, service, action, decision, event from usage.audit_event order by sequence""",
				(row) -> new AuditRow(row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
						row.getString(5), row.getString(6)));
	}

	/**
	 * Changes one word of one link, as somebody with the database's own rights would.
	 */
	public void forge(long sequence, String word, String by) {
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			statement.execute("set session_replication_role = replica");
			try (PreparedStatement update = connection
				.prepareStatement("update usage.audit_event set event = replace(event, ?, ?) where sequence = ?")) {
				update.setString(1, word);
				update.setString(2, by);
				update.setLong(3, sequence);
				update.executeUpdate();
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Every table of every schema of ours.
	 */
	public List<String> tables() {
		return query("""
				select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
				where schemaname not in ('pg_catalog', 'information_schema') order by 1""", (row) -> row.getString(1));
	}

	/**
	 * The rows of a table, each as one text.
	 */
	public List<String> rows(String table) {
		return query("select t::text from " + table + " t", (row) -> row.getString(1));
	}

	/**
	 * What a statement finds.
	 */
	public <T> List<T> query(String sql, Reader<T> reader) {
		List<T> rows = new ArrayList<>();
		try (Connection connection = connect();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(sql)) {
			while (result.next()) {
				rows.add(reader.read(result));
			}
			return rows;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Connection connect() throws SQLException {
		return DriverManager.getConnection(this.url, this.user, this.password);
	}

	/**
	 * Reads one row.
	 */
	@FunctionalInterface
	public interface Reader<T> {

		T read(ResultSet row) throws SQLException;

	}

}
