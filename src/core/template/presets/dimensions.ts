/** The dimension sets that a masterplan may name: `kominfo`, `giffinger`, `komdigi-2026`. Facts about how real books name them. */
import type { Dimension } from '../template';
import { dimension, titled } from './notation';

/** The ministry's six, each with three sub-dimensions (wording of the 2023 evaluation form). */
export const kominfoDimensions: readonly Dimension[] = [
  dimension('governance', 'Smart Governance', 'Smart Governance', {
    also: ['Tata Kelola Cerdas', 'Pemerintahan Cerdas'],
    wrong: ['Smart Government', 'Smart Goverment', 'Smart Governence'],
    sub: [
      titled('public-service', 'Layanan Publik', 'Public Service', ['Pelayanan Publik', 'Pelayanan']),
      titled('bureaucracy', 'Tata Kelola Birokrasi', 'Bureaucracy', ['Birokrasi', 'Manajemen Birokrasi']),
      titled('public-policy', 'Kebijakan Publik', 'Public Policy', ['Kebijakan']),
    ],
  }),
  dimension('branding', 'Smart Branding', 'Smart Branding', {
    sub: [
      titled('tourism-branding', 'Ekosistem Pariwisata', 'Tourism Branding', ['Pariwisata', 'Branding Pariwisata']),
      titled('business-branding', 'Ekosistem Bisnis Daerah', 'Business Branding', ['Bisnis Daerah', 'Branding Bisnis']),
      titled('city-appearance', 'Wajah Kota', 'City Appearance Branding', ['Penampilan Kota', 'City Appearance']),
    ],
  }),
  dimension('economy', 'Smart Economy', 'Smart Economy', {
    also: ['Ekonomi Cerdas'],
    wrong: ['Smart Ekonomi'],
    sub: [
      titled('industry', 'Ekosistem Industri yang Berdaya Saing', 'Competitive Industry', [
        'Industri',
        'Ekosistem Industri',
      ]),
      titled('welfare', 'Kesejahteraan Rakyat', 'Welfare', ['Kesejahteraan']),
      titled('transaction', 'Ekosistem Transaksi Keuangan', 'Financial Transactions', [
        'Transaksi',
        'Ekosistem Transaksi',
      ]),
    ],
  }),
  dimension('living', 'Smart Living', 'Smart Living', {
    also: ['Pola Hidup Cerdas', 'Kehidupan Cerdas'],
    sub: [
      titled('harmony', 'Harmonisasi Tata Ruang Wilayah', 'Spatial Harmony', ['Tata Ruang', 'Harmonisasi Tata Ruang']),
      titled('health', 'Prasarana Kesehatan', 'Health', ['Kesehatan']),
      titled('mobility', 'Sarana Telekomunikasi dan Transportasi', 'Mobility', ['Transportasi', 'Mobilitas']),
    ],
  }),
  dimension('society', 'Smart Society', 'Smart Society', {
    also: ['Masyarakat Cerdas'],
    wrong: ['Smart Social', 'Smart Sosial', 'Smart People'],
    sub: [
      titled('community', 'Interaksi Masyarakat yang Efisien', 'Community', ['Interaksi Masyarakat', 'Komunitas']),
      titled('learning', 'Ekosistem Belajar yang Efisien', 'Learning', ['Pendidikan', 'Ekosistem Belajar']),
      titled('security', 'Sistem Keamanan Masyarakat', 'Security', ['Keamanan', 'Keamanan Masyarakat']),
    ],
  }),
  dimension('environment', 'Smart Environment', 'Smart Environment', {
    also: ['Lingkungan Cerdas'],
    wrong: ['Smart Enviroment', 'Smart Environtment'],
    sub: [
      titled('protection', 'Program Proteksi Lingkungan', 'Environmental Protection', [
        'Proteksi Lingkungan',
        'Perlindungan Lingkungan',
      ]),
      titled('waste', 'Tata Kelola Sampah dan Limbah', 'Waste', ['Sampah dan Limbah', 'Pengelolaan Sampah']),
      titled('energy', 'Tata Kelola Energi yang Bertanggung Jawab', 'Energy', ['Energi']),
    ],
  }),
];

/** The six of the European ranking, as used in Bukittinggi 2022 and others. */
export const giffingerDimensions: readonly Dimension[] = [
  dimension('governance', 'Smart Government', 'Smart Governance', { also: ['Smart Governance', 'Tata Kelola Cerdas'] }),
  dimension('people', 'Smart People', 'Smart People', { also: ['Masyarakat Cerdas', 'Smart Society'] }),
  dimension('mobility', 'Smart Mobility', 'Smart Mobility', { also: ['Mobilitas Cerdas', 'Smart Transportation'] }),
  dimension('living', 'Smart Living', 'Smart Living', { also: ['Pola Hidup Cerdas'] }),
  dimension('economy', 'Smart Economy', 'Smart Economy', { also: ['Ekonomi Cerdas'], wrong: ['Smart Ekonomi'] }),
  dimension('environment', 'Smart Environment', 'Smart Environment', {
    also: ['Lingkungan Cerdas'],
    wrong: ['Smart Enviroment', 'Smart Environtment'],
  }),
];

/** A draft ministerial regulation: branding dropped, mobility added. */
export const komdigi2026Dimensions: readonly Dimension[] = [
  dimension('governance', 'Tata Kelola Birokrasi', 'Bureaucratic Governance', { also: ['Smart Governance'] }),
  dimension('economy', 'Ekonomi', 'Economy', { also: ['Smart Economy'] }),
  dimension('living', 'Kehidupan Berkota', 'Urban Living', { also: ['Smart Living'] }),
  dimension('society', 'Masyarakat', 'Society', { also: ['Smart Society'] }),
  dimension('environment', 'Lingkungan', 'Environment', { also: ['Smart Environment'] }),
  dimension('mobility', 'Mobilitas', 'Mobility', { also: ['Smart Mobility'] }),
];
