package io.hilum.usage.audit.r2dbc;

/**
 * The statements of the chain.
 */
final class AuditSql {

	static final String TIP = "SELECT sequence, hash FROM usage.audit_tip";

	static final String LOCK_TIP = TIP + " FOR UPDATE";

	static final String MOVE_TIP = "UPDATE usage.audit_tip SET sequence = :sequence, hash = :hash";

	static final String KNOWN = "SELECT event_id FROM usage.audit_event WHERE event_id = ANY(:ids)";

	static final String APPEND = """
			INSERT INTO usage.audit_event (sequence, event_id, time, service, action, request_id, subject, decision,
				patients, event, hash)
			SELECT sequence, id, time, service, action, request, subject, decision, patients, event, hash
			FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS row (sequence bigint, id uuid, time timestamptz,
				service text, action text, request text, subject text, decision text, patients text[], event text, hash text)
			ORDER BY sequence
			""";

	static final String EVENTS = """
			SELECT * FROM usage.audit_event WHERE sequence > :after AND sequence <= :last ORDER BY sequence
			""";

	static final String FIND = """
			SELECT sequence, hash, event FROM usage.audit_event
			WHERE (CAST(:from AS timestamptz) IS NULL OR time >= :from)
				AND (CAST(:to AS timestamptz) IS NULL OR time <= :to)
				AND (CAST(:action AS text) IS NULL OR action = :action)
				AND (CAST(:subject AS text) IS NULL OR subject = :subject)
				AND (CAST(:before AS bigint) IS NULL OR sequence < :before)
			ORDER BY sequence DESC LIMIT :limit
			""";

	/**
	 * The index is asked first and alone: Postgres would else expect so many events of
	 * any patient that it reads the table backwards until it has a page of them.
	 */
	static final String OF_PATIENT = """
			WITH found AS MATERIALIZED (
				SELECT sequence, time, hash, event FROM usage.audit_event WHERE patients @> ARRAY[CAST(:patient AS text)]
			)
			SELECT sequence, hash, event FROM found
			WHERE (CAST(:from AS timestamptz) IS NULL OR time >= :from)
				AND (CAST(:to AS timestamptz) IS NULL OR time <= :to)
				AND (CAST(:before AS bigint) IS NULL OR sequence < :before)
			ORDER BY sequence DESC
			""";

	static final String LOCK_SEALING = "SELECT pg_try_advisory_xact_lock(hashtextextended('usage.audit_head', 0))";

	static final String ADD_HEAD = """
			INSERT INTO usage.audit_head (batch, first_sequence, last_sequence, hash, document)
			VALUES (:batch, :first, :last, :hash, :document)
			""";

	static final String HEADS = "SELECT document FROM usage.audit_head WHERE batch > :after ORDER BY batch LIMIT :limit";

	static final String LAST_HEAD = "SELECT document FROM usage.audit_head ORDER BY batch DESC LIMIT 1";

	static final String ADD_EXPIRY = """
			INSERT INTO usage.audit_expiry (batch, sequence, document) VALUES (:batch, :sequence, :document)
			ON CONFLICT (single) DO UPDATE SET batch = excluded.batch, sequence = excluded.sequence,
				document = excluded.document
			""";

	static final String REMOVE_EVENTS = "DELETE FROM usage.audit_event WHERE sequence <= :sequence";

	static final String REMOVE_HEADS = "DELETE FROM usage.audit_head WHERE batch <= :batch";

	static final String BEGIN_AFTER = """
			UPDATE usage.audit_tip SET sequence = :sequence, hash = :hash WHERE sequence < :sequence
			""";

	static final String EXPIRY = "SELECT document FROM usage.audit_expiry";

	private AuditSql() {
	}

}
