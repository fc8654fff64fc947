package io.hilum.usage.audit.verify;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import io.hilum.usage.audit.chain.ChainedEvent;

/**
 * The events as they are stored in Postgres, read with whatever driver is on the class
 * path, in one snapshot and without loading them all.
 */
final class DatabaseEvents implements Iterator<ChainedEvent>, AutoCloseable {

	private static final int FETCH_SIZE = 1000;

	private static final String SELECT = """
			SELECT sequence, hash, event, event_id, time, service, action, request_id, subject, decision, patients
			FROM usage.audit_event ORDER BY sequence
			""";

	private final Connection connection;

	private final Statement statement;

	private final ResultSet rows;

	private boolean more;

	private DatabaseEvents(Connection connection, Statement statement, ResultSet rows) throws SQLException {
		this.connection = connection;
		this.statement = statement;
		this.rows = rows;
		this.more = rows.next();
	}

	static DatabaseEvents open(String jdbcUrl) throws SQLException {
		Connection connection = DriverManager.getConnection(jdbcUrl);
		connection.setAutoCommit(false);
		connection.setReadOnly(true);
		Statement statement = connection.createStatement();
		statement.setFetchSize(FETCH_SIZE);
		return new DatabaseEvents(connection, statement, statement.executeQuery(SELECT));
	}

	@Override
	public boolean hasNext() {
		return this.more;
	}

	@Override
	public ChainedEvent next() {
		if (!this.more) {
			throw new NoSuchElementException();
		}
		try {
			ChainedEvent event = new ChainedEvent(this.rows.getLong("sequence"), this.rows.getString("hash"),
					columns().judge(this.rows.getString("event")));
			this.more = this.rows.next();
			return event;
		}
		catch (SQLException ex) {
			throw new IllegalStateException("the database did not answer", ex);
		}
	}

	@Override
	public void close() throws SQLException {
		this.rows.close();
		this.statement.close();
		this.connection.close();
	}

	private StoredColumns columns() throws SQLException {
		return new StoredColumns(this.rows.getString("event_id"),
				this.rows.getObject("time", OffsetDateTime.class).toInstant(), this.rows.getString("service"),
				this.rows.getString("action"), this.rows.getString("request_id"), this.rows.getString("subject"),
				this.rows.getString("decision"), List.of((String[]) this.rows.getArray("patients").getArray()));
	}

}
