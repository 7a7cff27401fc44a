/// The classes of the Biolink Model that a concept can be of.
///
/// The named things of Biolink Model 4.2 (https://biolink.github.io/biolink-model/), mixins left
/// out except those that are used as categories. Another class can be given as a CURIE or an IRI.
enum BiolinkCategories {
  /// The name as the model spells it, whatever its case; nil where it has none such.
  static func spelled(_ name: String) -> String? {
    let wanted = name.lowercased()
    return names.first { $0.lowercased() == wanted }
  }

  /// The names, in alphabetical order.
  static let names: [String] = words.split { $0.isWhitespace }.map(String.init)

  private static let words = """
    AccessibleDnaRegion Activity ActivityAndBehavior AdministrativeEntity Agent
    AnatomicalEntity Article Attribute Bacterium Behavior BehavioralExposure BehavioralFeature
    BiologicalEntity BiologicalProcess BiologicalProcessOrActivity BiologicalSex
    BioticExposure Book BookChapter Case Cell CellLine CellularComponent CellularOrganism
    ChemicalEntity ChemicalExposure ChemicalMixture ChemicalRole ClinicalAttribute
    ClinicalCourse ClinicalEntity ClinicalFinding ClinicalIntervention ClinicalMeasurement
    ClinicalModifier ClinicalTrial CodingSequence Cohort CommonDataElement
    ComplexChemicalExposure ComplexMolecularMixture ConfidenceLevel Dataset
    DatasetDistribution DatasetSummary DatasetVersion Device DiagnosticAid Disease
    DiseaseOrPhenotypicFeature DiseaseOrPhenotypicFeatureExposure Drug DrugExposure
    DrugToGeneInteractionExposure EnvironmentalExposure EnvironmentalFeature
    EnvironmentalProcess Event EvidenceType Exon ExposureEvent Food FoodAdditive Fungus Gene
    GeneFamily GeneOrGeneProduct GeneProduct GeneProductIsoform GenericVariant GeneticInheritance
    Genome GenomicBackgroundExposure GenomicEntity Genotype GeographicExposure
    GeographicLocation GeographicLocationAtTime GrossAnatomicalStructure Haplotype
    Hospitalization HospitalizationOutcome Human IndividualOrganism InformationContentEntity
    InformationResource Invertebrate JournalArticle LifeStage LogOddsAnalysisResult
    MacromolecularComplex Mammal MaterialSample MicroRNA MolecularActivity MolecularEntity
    MolecularMixture MortalityOutcome NamedThing NoncodingRNAProduct NucleicAcidEntity
    NucleicAcidSequenceMotif NucleosomeModification Occurrent Onset OrganismAttribute
    OrganismTaxon OrganismalEntity Outcome PathognomonicityQuantifier PathologicalAnatomicalExposure
    PathologicalAnatomicalOutcome PathologicalAnatomicalStructure PathologicalEntityMixin
    PathologicalProcess PathologicalProcessExposure PathologicalProcessOutcome Pathway Patent
    PhenotypicFeature PhenotypicQuality PhenotypicSex Phenomenon PhysicalEntity
    PhysicalEssence PhysicalEssenceOrOccurrent PhysiologicalProcess PlanetaryEntity Plant
    Polypeptide PopulationOfIndividualOrganisms PosttranslationalModification
    PreprintPublication Procedure ProcessedMaterial Protein ProteinDomain ProteinFamily
    ProteinIsoform Publication QuantityValue RNAProduct RNAProductIsoform
    ReagentTargetedGene RegulatoryRegion RetrievalSource SensitivityQuantifier Serial Severity
    SiRNA Snv SmallMolecule SocioeconomicAttribute SocioeconomicExposure SocioeconomicOutcome
    SpecificityQuantifier StrainTaxon Study StudyPopulation StudyResult StudyVariable
    SubjectOfInvestigation TaxonomicRank Transcript TranscriptionFactorBindingSite Treatment
    Vertebrate Virus WebPage Zygosity
    """
}
