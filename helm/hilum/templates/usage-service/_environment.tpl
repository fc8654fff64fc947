{{- define "hilum.usage.env" -}}
- name: HILUM_AUDIT_DIRECTORY
  value: /var/lib/hilum/audit
- name: HILUM_AUDIT_KEY_FILE
{{- if eq .Values.secrets.mode "generate" }}
  # Made by the service itself, on its volume.
  value: /var/lib/hilum/{{ .Values.audit.keyEntry }}
{{- else }}
  value: /etc/hilum/audit/{{ .Values.audit.keyEntry }}
{{- end }}
{{- with .Values.audit.archive }}
{{- if ne .kind "folder" }}
- name: HILUM_AUDIT_ARCHIVE
  value: {{ .kind }}
- name: HILUM_AUDIT_ARCHIVE_PREFIX
  value: {{ .prefix | quote }}
- name: HILUM_AUDIT_ARCHIVE_LOCK
  value: {{ .lock }}
- name: HILUM_AUDIT_ARCHIVE_LEGAL_HOLD
  value: {{ .legalHold | quote }}
{{- if eq .kind "s3" }}
- name: HILUM_AUDIT_ARCHIVE_BUCKET
  value: {{ .s3.bucket | quote }}
- name: HILUM_AUDIT_ARCHIVE_REGION
  value: {{ .s3.region | quote }}
- name: HILUM_AUDIT_ARCHIVE_ENDPOINT
  value: {{ .s3.endpoint | quote }}
- name: HILUM_AUDIT_ARCHIVE_PATH_STYLE
  value: {{ .s3.pathStyle | quote }}
{{- else }}
- name: HILUM_AUDIT_ARCHIVE_CONTAINER
  value: {{ .azure.container | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- with .Values.directory }}
{{- if .url }}
- name: HILUM_DIRECTORY_URL
  value: {{ .url | quote }}
- name: HILUM_DIRECTORY_REALM
  value: {{ .realm | quote }}
- name: HILUM_DIRECTORY_CLIENT
  value: {{ .clientId | quote }}
# The audience of tokens of programs that are administered here: the gateway's.
- name: HILUM_OIDC_AUDIENCE
  value: {{ $.Values.identityProvider.audience | quote }}
{{- end }}
{{- end }}
{{- end }}
