import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { Loading } from '../components/Loading';
import { ChatPage } from '../features/chat/ChatPage';
import { Shell } from './Shell';

const KeysPage = lazy(() => import('../features/admin/KeysPage'));
const TeamsPage = lazy(() => import('../features/admin/TeamsPage'));
const UsagePage = lazy(() => import('../features/admin/UsagePage'));
const AuditPage = lazy(() => import('../features/admin/AuditPage'));
const PeoplePage = lazy(() => import('../features/admin/PeoplePage'));
const SharedPage = lazy(() => import('../features/chat/SharedPage'));
const TemplatesPage = lazy(() => import('../features/templates/TemplatesPage'));
const CataloguePage = lazy(() => import('../features/admin/CataloguePage'));
const PhiPage = lazy(() => import('../features/admin/PhiPage'));
const LaunchPage = lazy(() => import('../features/record/LaunchPage'));
const DocumentsPage = lazy(() => import('../features/admin/DocumentsPage'));

/** Which address shows what. */
export function Pages() {
  return (
    <Shell>
      <Suspense fallback={<Loading />}>
        <Routes>
          <Route path="/chat/:id?" element={<ChatPage />} />
          <Route path="/launch" element={<LaunchPage />} />
          <Route path="/shared/:share?" element={<SharedPage />} />
          <Route path="/templates" element={<TemplatesPage />} />
          <Route path="/keys" element={<KeysPage />} />
          <Route path="/teams" element={<TeamsPage />} />
          <Route path="/usage" element={<UsagePage />} />
          <Route path="/audit" element={<AuditPage />} />
          <Route path="/catalogue" element={<CataloguePage />} />
          <Route path="/phi" element={<PhiPage />} />
          <Route path="/people" element={<PeoplePage />} />
          <Route path="/documents" element={<DocumentsPage />} />
          <Route path="*" element={<Navigate to="/chat" replace />} />
        </Routes>
      </Suspense>
    </Shell>
  );
}
