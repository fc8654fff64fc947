{{- define "hilum.usage.env" -}}
- name: HILUM_AUDIT_DIRECTORY
  value: /var/lib/hilum/audit
- name: HILUM_AUDIT_KEY_FILE
  value: /etc/hilum/audit/{{ .Values.audit.keyEntry }}
{{- end }}
